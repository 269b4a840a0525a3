package org.vigie.cluster.fault;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** Draws faults by chance. The same seed, kinds and processes give the same faults. */
final class FaultPlan {
    private static final int LONGEST_PAUSE_S = 30;
    private static final int LONGEST_ABSENCE_S = 12;

    private final Random random;
    private final List<FaultKind> kinds;
    private final List<String> targets;
    private final Map<FaultKind, List<String>> targetsLeft = new EnumMap<>(FaultKind.class);
    private final List<String> brokers;
    private final List<String> withFiles;

    /** @param processes names of all processes; each of them may be killed and halted */
    FaultPlan(long seed, List<FaultKind> kinds, List<String> processes) {
        this(seed, kinds, processes, processes);
    }

    /**
     * @param kinds to draw from
     * @param processes names of all processes
     * @param targets names of those that may be killed and halted
     */
    FaultPlan(long seed, List<FaultKind> kinds, List<String> processes, List<String> targets) {
        this.random = new Random(seed);
        this.kinds = List.copyOf(kinds);
        this.targets = List.copyOf(targets);
        this.brokers =
                processes.stream().filter(name -> name.startsWith("broker")).toList();
        this.withFiles = processes.stream().filter(FaultPlan::keepsFiles).toList();
    }

    /** Draws faults. Each kind comes before one comes again, and each process of a kind too. */
    List<PlannedFault> draw(int count) {
        List<PlannedFault> faults = new ArrayList<>();
        List<FaultKind> left = new ArrayList<>();
        while (faults.size() < count) {
            if (left.isEmpty()) {
                left.addAll(kinds);
            }
            faults.add(fault(left.remove(random.nextInt(left.size()))));
        }
        return List.copyOf(faults);
    }

    private PlannedFault fault(FaultKind kind) {
        return switch (kind) {
            case KILL -> new PlannedFault(kind, target(kind), 0);
            case PAUSE -> new PlannedFault(kind, target(kind), 1 + random.nextInt(LONGEST_PAUSE_S));
            case BROKER_GONE -> new PlannedFault(kind, one(brokers), absence());
            case DISK_FULL -> new PlannedFault(kind, one(withFiles), absence());
            case POISON, REBALANCE, ROLLING_RESTART, ROLLING_INFRASTRUCTURE -> new PlannedFault(kind, "", 0);
            case TWO_BROKERS_GONE, STORE_DOWN, ONE_MODEL_GONE, MODEL_DEAD, MODEL_SLOW, CLOCK_STEP ->
                new PlannedFault(kind, "", absence());
        };
    }

    private String target(FaultKind kind) {
        List<String> left = targetsLeft.computeIfAbsent(kind, unused -> new ArrayList<>());
        if (left.isEmpty()) {
            left.addAll(targets);
        }
        return left.remove(random.nextInt(left.size()));
    }

    /** Returns whether a process keeps data of the ward in files. */
    private static boolean keepsFiles(String process) {
        return process.matches("broker-.*|store|.*-streams-.*|flink-taskmanager-.*");
    }

    private int absence() {
        return 5 + random.nextInt(LONGEST_ABSENCE_S - 4);
    }

    private String one(List<String> names) {
        return names.get(random.nextInt(names.size()));
    }
}
