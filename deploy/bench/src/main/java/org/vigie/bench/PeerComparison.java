package org.vigie.bench;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.function.DoubleSupplier;

/**
 * Compares a subject with a peer that is measured in turn within the same run, so that a machine that slows down slows both.
 *
 * @param unit of both spreads
 * @param ratio subject / peer, pair by pair
 */
public record PeerComparison(
        @JsonProperty("what") String what,
        @JsonProperty("unit") String unit,
        @JsonProperty("subject") MeasurementSummary subject,
        @JsonProperty("peer_name") String peerName,
        @JsonProperty("peer") MeasurementSummary peer,
        @JsonProperty("ratio") MeasurementSummary ratio) {

    /** Holds the number of rounds that are thrown away and of rounds that count. */
    public record BenchRounds(int warmUp, int counted) {
        public BenchRounds {
            if (warmUp < 0 || counted < 1) {
                throw new IllegalArgumentException(
                        "rounds: must be 0 or more to warm up and 1 or more that count, were " + warmUp + ", "
                                + counted);
            }
        }
    }

    /** Each supplier does its work once and returns what it measured, more than 0. */
    public static PeerComparison of(
            String what,
            String unit,
            BenchRounds rounds,
            DoubleSupplier subject,
            String peerName,
            DoubleSupplier peer) {
        for (int round = 0; round < rounds.warmUp(); round++) {
            var unusedSubject = subject.getAsDouble();
            var unusedPeer = peer.getAsDouble();
        }
        double[] ours = new double[rounds.counted()];
        double[] theirs = new double[rounds.counted()];
        double[] ratios = new double[rounds.counted()];
        for (int round = 0; round < rounds.counted(); round++) {
            boolean subjectFirst = round % 2 == 0;
            if (subjectFirst) {
                ours[round] = subject.getAsDouble();
            }
            theirs[round] = peer.getAsDouble();
            if (!subjectFirst) {
                ours[round] = subject.getAsDouble();
            }
            ratios[round] = ours[round] / theirs[round];
        }
        return new PeerComparison(
                what,
                unit,
                MeasurementSummary.of(ours),
                peerName,
                MeasurementSummary.of(theirs),
                MeasurementSummary.of(ratios));
    }

    @Override
    public String toString() {
        return "%-40s %,.3f %s, %s %,.3f %s, ratio %.3f (%.3f to %.3f)"
                .formatted(
                        what, subject.p50(), unit, peerName, peer.p50(), unit, ratio.p50(), ratio.min(), ratio.max());
    }
}
