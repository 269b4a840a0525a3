package org.vigie.bench.scale;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/**
 * Simulates the way of every observation through broker, vitals-streams and alert-streams while one broker dies. It is a discrete
 * simulation of queues: no process runs.
 *
 * @param slowdown how much slower the processors are than those of the measurement
 */
record BrokerFailureSimulation(WardSizing ward, BrokerOutage outage, double slowdown, int seconds, long seed) {
    /** Time from one append to the next reader, in seconds ({@code bench alerts}, the floor's median). */
    private static final double HOP = 0.001;

    /** Names an observation by when it was sent and when it reached the present step, in seconds. */
    private record Passage(double sent, double arrived, int partition) {}

    BrokerFailureOutcome run() {
        var random = new SplittableRandom(seed);
        int partitions = ward.partitions();
        List<Passage> sent = sent(random.split(), partitions);
        List<Passage> cleaned = handled(sent, ward.costs().vitalsSeconds(), random.split());
        List<Passage> alerted = handled(cleaned, ward.costs().alertSeconds(), random.split());
        return BrokerFailureOutcome.of(
                alerted.stream()
                        .map(passage -> new double[] {passage.sent(), passage.arrived()})
                        .toList(),
                outage);
    }

    private List<Passage> sent(SplittableRandom random, int partitions) {
        double[] phases = random.doubles(ward.beds()).toArray();
        List<Passage> sent = new ArrayList<>(ward.beds() * seconds);
        for (int second = 0; second < seconds; second++) {
            for (int bed = 0; bed < phases.length; bed++) {
                double at = second + phases[bed];
                sent.add(new Passage(at, HOP + outage.appended(at, bed % partitions), bed % partitions));
            }
        }
        return sent;
    }

    /** Sends every observation through its thread of one app, in the order of arrival, and to the next topic. */
    private List<Passage> handled(List<Passage> before, double service, SplittableRandom random) {
        StreamThreadQueue[] threads = IntStream.range(0, ward.instances(service))
                .mapToObj(each -> new StreamThreadQueue(service * slowdown, outage, random.split()))
                .toArray(StreamThreadQueue[]::new);
        Passage[] ordered = before.toArray(Passage[]::new);
        Arrays.sort(ordered, Comparator.comparingDouble(Passage::arrived));
        return Arrays.stream(ordered)
                .map(passage -> through(passage, threads[passage.partition() % threads.length]))
                .toList();
    }

    private Passage through(Passage passage, StreamThreadQueue thread) {
        double done = outage.appended(thread.done(passage.arrived()), passage.partition());
        return new Passage(passage.sent(), done + HOP, passage.partition());
    }
}
