package org.vigie.analytics;

import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import org.vigie.schemas.AlarmEpisode;
import org.vigie.schemas.AlarmPriorityRecord;
import org.vigie.schemas.Alert;
import org.vigie.schemas.AlertStateRecord;

/** Aggregates ledger entries into alarm episodes. A repeated entry changes nothing. */
final class EpisodeAggregator {
    private static final Set<AlertStateRecord> NO_EPISODE = Set.of(
            AlertStateRecord.LIMIT_SET,
            AlertStateRecord.LIMIT_EXPIRED,
            AlertStateRecord.COMMAND_REFUSED,
            AlertStateRecord.UNKNOWN);

    private EpisodeAggregator() {}

    /**
     * Returns the episode after {@code entry}; empty when the entry belongs to no episode. An episode without its raising entry starts with
     * the first known entry.
     */
    static Optional<AlarmEpisode> after(Optional<AlarmEpisode> before, Alert entry) {
        if (entry.getAlert().isEmpty() || NO_EPISODE.contains(entry.getState())) {
            return Optional.empty();
        }
        AlarmEpisode episode = before.orElseGet(() -> begun(entry));
        var after = AlarmEpisode.newBuilder(episode)
                .setPriority(higher(episode.getPriority(), entry.getPriority()))
                .setEscalations(Math.max(episode.getEscalations(), escalations(entry)));
        applyState(after, entry);
        applyCall(after, entry);
        return Optional.of(after.build());
    }

    private static void applyCall(AlarmEpisode.Builder episode, Alert entry) {
        if (entry.getIncident() != null) {
            episode.setIncident(entry.getIncident().getIncident());
        }
        boolean counted = episode.getCalls() > 0 && entry.getSequence() <= episode.getCallSequence();
        if (calls(entry) && !counted) {
            boolean raised = entry.getState() == AlertStateRecord.RAISED;
            episode.setCalls(episode.getCalls() + 1)
                    .setCalledAt(raised ? entry.getRaisedAt() : entry.getAt())
                    .setCallSequence(entry.getSequence());
        }
    }

    /** Returns true when an entry calls people: for its incident, or for an alarm that belongs to none. */
    private static boolean calls(Alert entry) {
        return entry.getIncident() == null
                ? entry.getState() == AlertStateRecord.RAISED || entry.getState() == AlertStateRecord.UPGRADED
                : entry.getIncident().getNewCall() != null;
    }

    private static void applyState(AlarmEpisode.Builder episode, Alert entry) {
        switch (entry.getState()) {
            case ACKNOWLEDGED -> {
                Instant first = episode.getAcknowledgedAt();
                episode.setAcknowledgedAt(first == null ? entry.getAt() : first);
            }
            case CLEARED -> episode.setClearedAt(entry.getClearedAt() == null ? entry.getAt() : entry.getClearedAt());
            case FEEDBACK -> episode.setFeedback(entry.getFeedback());
            default -> {}
        }
    }

    private static AlarmEpisode begun(Alert entry) {
        return AlarmEpisode.newBuilder()
                .setAlert(entry.getAlert())
                .setStay(entry.getStay())
                .setBed(entry.getBed())
                .setUnit(unit(entry.getBed()))
                .setRule(entry.getRule())
                .setKind(entry.getKind())
                .setPriority(entry.getPriority())
                .setRaisedAt(entry.getRaisedAt())
                .setEscalations(0)
                .build();
    }

    /** Returns the part of {@code unit/bed} before the slash. */
    static String unit(String bed) {
        int slash = bed.indexOf('/');
        return slash < 0 ? bed : bed.substring(0, slash);
    }

    private static AlarmPriorityRecord higher(AlarmPriorityRecord one, AlarmPriorityRecord other) {
        return one.compareTo(other) <= 0 ? one : other;
    }

    private static int escalations(Alert entry) {
        return entry.getCondition() == null ? 0 : entry.getCondition().getEscalationStep();
    }
}
