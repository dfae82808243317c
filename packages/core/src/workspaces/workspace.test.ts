import type { WorkspaceId } from '@latchkey/contract/vocabulary';
import { describe, expect, test } from 'vitest';
import { currentWorkspace, type JoinedWorkspace } from './workspace.ts';

const OLDEST = workspace('a');
const NEWER = workspace('b');

describe('the workspace a member works in', () => {
  test('is the chosen one', () => {
    expect(currentWorkspace([OLDEST, NEWER], NEWER.id)).toBe(NEWER);
  });

  test('is the oldest when none was chosen, or the chosen one is closed to them', () => {
    expect(currentWorkspace([OLDEST, NEWER], null)).toBe(OLDEST);
    expect(currentWorkspace([OLDEST], NEWER.id)).toBe(OLDEST);
    expect(currentWorkspace([OLDEST, { ...NEWER, status: 'archive' }], NEWER.id)).toBe(OLDEST);
  });

  test('does not exist for somebody whose workspaces are all archived', () => {
    expect(currentWorkspace([{ ...OLDEST, status: 'archive' }], OLDEST.id)).toBeUndefined();
  });
});

function workspace(id: string): JoinedWorkspace {
  return { id: id as WorkspaceId, name: id, status: 'normal', createdAt: new Date(0), role: 'owner' };
}
