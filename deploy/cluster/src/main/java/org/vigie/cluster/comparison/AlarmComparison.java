package org.vigie.cluster.comparison;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

/**
 * Compares the alarms of two runs of one seed, as far as both were played.
 *
 * @param untilS seconds after the start of the live time up to which alarms are compared
 * @param equal alarms that both have
 * @param onlyInCluster alarms that only the cluster has
 * @param onlyInOneJvm alarms that only the ward in one JVM has
 */
public record AlarmComparison(
        @JsonProperty("until_s") long untilS,
        @JsonProperty("equal") int equal,
        @JsonProperty("only_in_cluster") List<String> onlyInCluster,
        @JsonProperty("only_in_one_jvm") List<String> onlyInOneJvm) {
    /** An alarm holds for at most 50 s after its onset: later ones may not have been raised yet. */
    private static final long SLACK_S = 60;

    static AlarmComparison of(PlayedWard cluster, PlayedWard oneJvm) {
        long until = Math.min(cluster.playedS(), oneJvm.playedS()) - SLACK_S;
        Set<RaisedAlarm> other = oneJvm.alarms();
        Predicate<RaisedAlarm> due = alarm -> alarm.onsetS() <= until;
        return new AlarmComparison(
                until,
                (int) cluster.alarms().stream()
                        .filter(due)
                        .filter(other::contains)
                        .count(),
                missing(cluster, oneJvm, due),
                missing(oneJvm, cluster, due));
    }

    private static List<String> missing(PlayedWard of, PlayedWard in, Predicate<RaisedAlarm> due) {
        return of.alarms().stream()
                .filter(due)
                .filter(alarm -> !in.alarms().contains(alarm))
                .map(RaisedAlarm::toString)
                .toList();
    }

    /** Returns whether both have the same alarms, and at least one. */
    public boolean isGood() {
        return equal > 0 && onlyInCluster.isEmpty() && onlyInOneJvm.isEmpty();
    }

    /** Returns one line for a person. */
    public String text() {
        return "%d alarms as in one JVM until %d s; only in the cluster %s; only in one JVM %s"
                .formatted(equal, untilS, onlyInCluster, onlyInOneJvm);
    }
}
