import { type PointerEvent, useRef, useState } from 'react';
import { placeAt } from './agenda-order.js';

interface Drag {
  readonly itemId: string;
  readonly place: number;
}

/**
 * Drags a row of a list by its handle, with a mouse, a finger or a pen. The rows are the children of the list that
 * carry `data-item`; what is dragged over shows by `place`.
 */
export function useReorder<List extends HTMLElement>(drop: (itemId: string, place: number) => void) {
  const list = useRef<List>(null);
  const [drag, setDrag] = useState<Drag | null>(null);

  const placeUnder = (y: number): number => {
    const rows = [...(list.current?.querySelectorAll<HTMLElement>('[data-item]') ?? [])];
    return placeAt(
      rows.map((row) => {
        const { top, height } = row.getBoundingClientRect();
        return top + height / 2;
      }),
      y,
    );
  };

  const handle = (itemId: string, place: number) => ({
    onPointerDown: (event: PointerEvent<HTMLElement>): void => {
      if (event.button !== 0) return;
      event.currentTarget.setPointerCapture(event.pointerId);
      setDrag({ itemId, place });
    },
    onPointerMove: (event: PointerEvent<HTMLElement>): void => {
      if (drag?.itemId === itemId) setDrag({ itemId, place: placeUnder(event.clientY) });
    },
    onPointerUp: (): void => {
      if (drag?.itemId === itemId) drop(itemId, drag.place);
      setDrag(null);
    },
    onPointerCancel: (): void => setDrag(null),
  });

  return { list, drag, handle };
}
