import { apiDescription } from '@tumor-board/api';
import openapiTS, { astToString } from 'openapi-typescript';

/** The types of the client, from what the service says of itself. */
export const clientTypes = async () => astToString(await openapiTS(JSON.parse(JSON.stringify(apiDescription()))));
