package org.vigie.signal.alarm.lifecycle;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntPredicate;
import org.vigie.signal.alarm.lifecycle.AlarmLifecyclePropertiesTest.LifecycleEvent;

/**
 * Evaluates one rule at one stay in the simplest way: it repeats every second since the beginning with plain variables.
 *
 * <p>It has no episodes, spans or deadlines. The limits are 90 (MEDIUM) and 80 (HIGH), both with a delay of 3 s. The alarm clears after 4 s
 * at 91 or more.
 */
final class ReferenceAlarmModel {
    private static final int HOLD = 3;
    private static final int CLEAR = 4;
    private static final int ESCALATE = 20;
    static final int RENEWAL = 40;

    private static final int MAX_PAUSE = 30;
    private static final int LONGEST_GAP = 60;

    private final boolean latching;
    private final List<String> told = new ArrayList<>();
    private final List<Integer> values = new ArrayList<>();

    private boolean open;
    private boolean conditionOver;
    private boolean high;
    /** The priority of the condition. A latching alarm keeps its own until somebody acknowledges. */
    private boolean highCondition;

    private boolean acknowledged;
    private int acknowledgedAt;
    private boolean escalated;
    private int escalatedAt;
    /** True when people were called about the open episode. */
    private boolean called;
    /** When the newest call was answered; -1 while it waits. */
    private int answeredAt = -1;

    private int raisedAt;

    private int calledAt;
    private int pausedUntil = -1;
    private int shelvedUntil = -1;
    private boolean shelvedHigh;

    ReferenceAlarmModel(boolean latching) {
        this.latching = latching;
    }

    static List<String> live(List<LifecycleEvent> events, boolean latching) {
        ReferenceAlarmModel ward = new ReferenceAlarmModel(latching);
        events.forEach(ward::live);
        return ward.told;
    }

    /** Advances second by second to the event, then applies it. */
    private void live(LifecycleEvent event) {
        for (int passed = 0; passed < event.step(); passed++) {
            values.add(null);
            endWhatIsDue(now());
        }
        values.set(now(), event.value());
        judge(now());
        callAgain(now());
        obey(now(), event);
    }

    private int now() {
        return values.size() - 1;
    }

    private void obey(int now, LifecycleEvent event) {
        switch (event.order()) {
            case ACKNOWLEDGE -> acknowledge(now);
            case PAUSE_AUDIO -> pause(now, event.seconds());
            case SHELVE -> shelve(now, event.seconds());
            case UNSHELVE -> unshelve(now);
            case LATCH_RESET -> reset(now);
            default -> {}
        }
    }

    private void say(int at, String what) {
        told.add(at + " " + what);
    }

    private void endWhatIsDue(int now) {
        if (open && pausedUntil == now) {
            say(now, "AUDIO_RESUMED");
            pausedUntil = -1;
        }
        boolean waiting = open && called && answeredAt < 0 && !escalated && shelvedUntil < 0;
        if (waiting && high && now == calledAt + ESCALATE) {
            say(now, "ESCALATED");
            escalated = true;
            escalatedAt = now;
        }
        callAgain(now);
        if (shelvedUntil == now) {
            endShelf(now);
            callAgain(now);
        }
    }

    private void callAgain(int now) {
        boolean settled = answeredAt >= 0 || (called && escalated);
        boolean stillTrue = open && settled && highCondition && !conditionOver && shelvedUntil < 0;
        int since = Math.max(answeredAt >= 0 ? answeredAt : escalatedAt, acknowledged ? acknowledgedAt : raisedAt);
        if (stillTrue && now >= since + RENEWAL) {
            say(now, "CALLED_AGAIN");
            acknowledged = false;
            answeredAt = -1;
            escalated = false;
            calledAt = now;
        }
    }

    private void endShelf(int now) {
        shelvedUntil = -1;
        say(now, "UNSHELVED");
        answeredAt = acknowledged ? answeredAt : -1;
        escalated = false;
        calledAt = now;
        called = true;
    }

    /**
     * Returns how long every value up to now has met the condition. A minute without a value ends the search. It is negative when the
     * present value does not meet it.
     */
    private int lasting(IntPredicate so) {
        int first = now() + 1;
        for (int second = now(); second >= 0 && first - second <= LONGEST_GAP; second--) {
            if (values.get(second) == null) {
                continue;
            }
            if (!so.test(values.get(second))) {
                break;
            }
            first = second;
        }
        return now() - first;
    }

    private boolean below(int limit, int seconds) {
        return lasting(value -> value < limit) >= seconds;
    }

    private boolean atLeast(int limit, int seconds) {
        return lasting(value -> value >= limit) >= seconds;
    }

    private void judge(int now) {
        boolean active = open && !conditionOver;
        if (active && atLeast(91, CLEAR)) {
            over(now);
        } else if (below(80, HOLD) && !(active && highCondition)) {
            call(now, active, true);
        } else if (below(90, HOLD) && !active) {
            call(now, false, false);
        } else if (active && highCondition && below(90, 0) && atLeast(81, CLEAR)) {
            ease(now);
        }
    }

    private void ease(int now) {
        highCondition = false;
        if (!latching || !high || acknowledged) {
            high = false;
            say(now, "DOWNGRADED");
        }
    }

    private void call(int now, boolean worse, boolean urgent) {
        boolean calls = !open || !called || conditionOver || !highCondition || answeredAt >= 0 || escalated;
        if (open && conditionOver) {
            say(now, "CLEARED");
            open = false;
            pausedUntil = -1;
        }
        if (worse && pausedUntil >= 0) {
            say(now, "AUDIO_RESUMED");
        }
        if (shelvedUntil >= 0 && urgent && !shelvedHigh) {
            endShelf(now);
        }
        say(now, worse ? "UPGRADED" : "RAISED");
        open = true;
        conditionOver = false;
        high = urgent;
        highCondition = urgent;
        acknowledged = false;
        pausedUntil = -1;
        raisedAt = worse ? raisedAt : now;
        if (calls) {
            answeredAt = -1;
            escalated = false;
            calledAt = now;
            called = shelvedUntil < 0;
        }
    }

    private void over(int now) {
        if (latching && high && !acknowledged) {
            say(now, "LATCHED");
            conditionOver = true;
        } else {
            say(now, "CLEARED");
            open = false;
            pausedUntil = -1;
        }
    }

    private void acknowledge(int now) {
        if (!open || acknowledged) {
            say(now, "COMMAND_REFUSED");
        } else {
            say(now, "ACKNOWLEDGED");
            acknowledged = true;
            acknowledgedAt = now;
            answeredAt = answeredAt < 0 ? now : answeredAt;
            if (high && !highCondition && !conditionOver) {
                high = false;
                say(now, "DOWNGRADED");
            }
        }
    }

    private void pause(int now, int seconds) {
        if (!open || seconds > MAX_PAUSE) {
            say(now, "COMMAND_REFUSED");
        } else {
            say(now, "AUDIO_PAUSED");
            pausedUntil = now + seconds;
        }
    }

    private void shelve(int now, int seconds) {
        if (open) {
            say(now, "SHELVED");
            shelvedUntil = now + seconds;
            shelvedHigh = high;
        } else {
            say(now, "COMMAND_REFUSED");
        }
    }

    private void unshelve(int now) {
        if (open && shelvedUntil >= 0) {
            endShelf(now);
            callAgain(now);
        } else {
            say(now, "COMMAND_REFUSED");
        }
    }

    private void reset(int now) {
        if (open && conditionOver) {
            say(now, "CLEARED");
            open = false;
            pausedUntil = -1;
        } else {
            say(now, "COMMAND_REFUSED");
        }
    }
}
