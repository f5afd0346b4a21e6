/** What is on the screen: nothing here is kept in the document. */
import { action, makeAutoObservable, observableRef } from 'mobx';

export const SCREENS = ['start', 'service', 'changes', 'compare', 'assumptions'] as const;
export type Screen = (typeof SCREENS)[number];

/** Something to tell a person, until they put it away. */
export interface Notice {
  readonly id: number;
  readonly kind: 'done' | 'attention' | 'failure';
  readonly title: string;
  readonly text: string;
  /** What a person can do about it at once. */
  readonly act: NoticeAct | null;
}

export interface NoticeAct {
  readonly label: string;
  readonly run: () => void;
}

/** What a person can say when a document is to be left that is not saved. */
export type LeaveChoice = 'try again' | 'leave' | 'stay';

/** Asks a person whether to leave changes that are not saved. */
export interface Leaving {
  readonly why: string;
  /** In words, in their order. */
  readonly changes: readonly string[];
  readonly answer: (choice: LeaveChoice) => void;
}

export class UiStore {
  screen: Screen = 'start';
  /** Id of the scenario that Service, Changes and Assumptions show. */
  scenario: string | null = null;
  /** Path of the part that is open for editing, such as `teams.main`, or `null`. */
  part: string | null = null;
  helpOpen = false;
  notices: readonly Notice[] = [];
  leaving: Leaving | null = null;
  private told = 0;

  constructor() {
    makeAutoObservable<this, 'told'>(this, {
      notices: observableRef,
      leaving: observableRef,
      told: false,
    });
  }

  show(screen: Screen): void {
    this.screen = screen;
  }

  selectScenario(id: string | null): void {
    if (this.scenario !== id) this.part = null;
    this.scenario = id;
  }

  selectPart(path: string | null): void {
    this.part = path;
  }

  openHelp(open: boolean): void {
    this.helpOpen = open;
  }

  /** Resolves with what the person says. */
  askToLeave(why: string, changes: readonly string[]): Promise<LeaveChoice> {
    return new Promise((resolve) => {
      const answer = action((choice: LeaveChoice) => {
        this.leaving = null;
        resolve(choice);
      });
      this.leaving = { why, changes, answer };
    });
  }

  tell(kind: Notice['kind'], title: string, text = '', act: NoticeAct | null = null): void {
    this.told++;
    this.notices = [...this.notices, { id: this.told, kind, title, text, act }];
  }

  putAway(id: number): void {
    this.notices = this.notices.filter((notice) => notice.id !== id);
  }
}
