import { AddAgendaItemHandler } from './add-agenda-item/add-agenda-item.handler.js';
import { CallItemHandler } from './call-item/call-item.handler.js';
import { CancelMeetingHandler } from './cancel-meeting/cancel-meeting.handler.js';
import { CarryOverItemHandler } from './carry-over-item/carry-over-item.handler.js';
import { ChangeSeriesHandler } from './change-series/change-series.handler.js';
import { CloseMeetingHandler } from './close-meeting/close-meeting.handler.js';
import { DeferItemHandler } from './defer-item/defer-item.handler.js';
import { EndSeriesHandler } from './end-series/end-series.handler.js';
import { FillAgendaHandler } from './fill-agenda/fill-agenda.handler.js';
import { JoinMeetingHandler } from './join-meeting/join-meeting.handler.js';
import { LeaveMeetingHandler } from './leave-meeting/leave-meeting.handler.js';
import { MoveAgendaItemHandler } from './move-agenda-item/move-agenda-item.handler.js';
import { MoveMeetingHandler } from './move-meeting/move-meeting.handler.js';
import { NoteDecisionHandler } from './note-decision/note-decision.handler.js';
import { OpenMeetingHandler } from './open-meeting/open-meeting.handler.js';
import { PlanMeetingHandler } from './plan-meeting/plan-meeting.handler.js';
import { PlanSeriesHandler } from './plan-series/plan-series.handler.js';
import { PlanSeriesMeetingsHandler } from './plan-series-meetings/plan-series-meetings.handler.js';
import { PullBackItemHandler } from './pull-back-item/pull-back-item.handler.js';
import { RemoveAgendaItemHandler } from './remove-agenda-item/remove-agenda-item.handler.js';

/** The handlers of the commands to meetings and to series of meetings. */
export const MEETING_HANDLERS = [
  PlanMeetingHandler,
  MoveMeetingHandler,
  CancelMeetingHandler,
  FillAgendaHandler,
  MoveAgendaItemHandler,
  RemoveAgendaItemHandler,
  PullBackItemHandler,
  OpenMeetingHandler,
  JoinMeetingHandler,
  LeaveMeetingHandler,
  CallItemHandler,
  DeferItemHandler,
  NoteDecisionHandler,
  CloseMeetingHandler,
  CarryOverItemHandler,
  AddAgendaItemHandler,
  PlanSeriesMeetingsHandler,
  PlanSeriesHandler,
  ChangeSeriesHandler,
  EndSeriesHandler,
];
