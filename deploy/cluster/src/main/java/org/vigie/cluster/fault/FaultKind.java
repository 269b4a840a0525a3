package org.vigie.cluster.fault;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Lists the kinds of faults. */
enum FaultKind {
    /** Ends one process as {@code kill -9} does. */
    KILL,
    /** Halts one process as SIGSTOP does, for 1 to 30 s. */
    PAUSE,
    /** Takes one broker away for some seconds. */
    BROKER_GONE,
    /** Takes two brokers away for some seconds: no record can be stored. */
    TWO_BROKERS_GONE,
    /** Lets no file of one process grow for some seconds, as on a full disk. */
    DISK_FULL,
    /** Takes the store away for some seconds. */
    STORE_DOWN,
    /** Takes the first model server away for some seconds; the second one answers meanwhile. */
    ONE_MODEL_GONE,
    /** Takes both model servers away for some seconds. */
    MODEL_DEAD,
    /** Halts both model servers for some seconds: they accept requests and do not answer. */
    MODEL_SLOW,
    /** Writes a record that nobody can read to each topic that an app reads. */
    POISON,
    /** Stops the second process of each Streams app three times; it comes back each time. */
    REBALANCE,
    /** Sets the clock of the HL7 sender back by an hour for some seconds. */
    CLOCK_STEP,
    /** Restarts all apps one after the other, as an upgrade does. It takes minutes and is drawn only when it is named. */
    ROLLING_RESTART,
    /** Restarts brokers, registry, store and Flink one after the other. It takes minutes and is drawn only when it is named. */
    ROLLING_INFRASTRUCTURE;

    private static final Set<FaultKind> ONLY_WHEN_NAMED = EnumSet.of(ROLLING_RESTART, ROLLING_INFRASTRUCTURE);

    /** Returns the names, as typed. */
    static List<String> names() {
        return Arrays.stream(values()).map(FaultKind::word).toList();
    }

    /** Returns the kinds that are drawn when none is named. */
    static List<FaultKind> usual() {
        return Arrays.stream(values())
                .filter(kind -> !ONLY_WHEN_NAMED.contains(kind))
                .toList();
    }

    static Optional<FaultKind> of(String word) {
        return Arrays.stream(values()).filter(kind -> kind.word().equals(word)).findFirst();
    }

    /** Returns the name as typed: {@code broker-gone}. */
    String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
