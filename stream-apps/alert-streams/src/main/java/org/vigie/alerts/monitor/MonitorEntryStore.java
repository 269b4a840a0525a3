package org.vigie.alerts.monitor;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;
import org.vigie.records.OpenMonitorAlarm;
import org.vigie.schemas.Alert;
import org.vigie.schemas.AlertStateRecord;
import org.vigie.schemas.BedsideAlarm;
import org.vigie.schemas.Origin;

/**
 * Holds the newest entries of each bed's chain, and the open alarms by their name.
 *
 * <p>The entry under the name of an open alarm is a copy, which holds the time of the alarm's last report as that of its cause.
 */
record MonitorEntryStore(KeyValueStore<String, Alert> entries) {
    /** Number of entries of a chain that can be given again. A crash repeats the messages of the last second. */
    private static final int REPEATED = 16;

    private static final String PLACE = "#";

    MonitorAlarmChain chain(String stay) {
        return new MonitorAlarmChain(stay, entries.get(stay));
    }

    /** Returns the entries that a message made, in their order. */
    List<Alert> madeBy(String stay, Origin message) {
        return IntStream.range(0, REPEATED)
                .mapToObj(place -> Optional.ofNullable(entries.get(place(stay, place))))
                .flatMap(Optional::stream)
                .filter(entry -> MonitorAlarmChain.message(entry).equals(message))
                .sorted(Comparator.comparing(Alert::getSequence))
                .toList();
    }

    /** Returns the newest entry about an open alarm; empty when none of this name is open. */
    Optional<Alert> open(String name) {
        return Optional.ofNullable(entries.get(name));
    }

    /** Returns what an entry of {@link #open} says about its alarm. */
    static OpenMonitorAlarm alarm(Alert open) {
        return new OpenMonitorAlarm(
                open.getPriority(), MonitorAlarmChain.begunAt(open), open.getAt(), open.getCausePublishedAt());
    }

    /** Keeps a new entry of a chain. */
    void keep(String name, Alert entry) {
        entries.put(entry.getStay(), entry);
        entries.put(place(entry.getStay(), entry.getSequence() % REPEATED), entry);
        if (entry.getState() == AlertStateRecord.CLEARED) {
            entries.delete(name);
        } else {
            entries.put(name, entry);
        }
    }

    /** Keeps when an open alarm was reported last. */
    void keepReport(String name, BedsideAlarm repetition) {
        open(name)
                .ifPresent(open -> entries.put(
                        name,
                        Alert.newBuilder(open)
                                .setCausePublishedAt(
                                        alarm(open).repeated(repetition).reportedAt())
                                .build()));
    }

    /** Returns the open alarms of a chain that changed last before a patient left, in the order of their entries. */
    List<KeyValue<String, Alert>> openBefore(String stay, Instant turnover) {
        List<KeyValue<String, Alert>> open = new ArrayList<>();
        try (KeyValueIterator<String, Alert> all = entries.all()) {
            all.forEachRemaining(entry -> {
                if (isOpen(entry, stay) && alarm(entry.value).isOfFormerPatient(turnover)) {
                    open.add(entry);
                }
            });
        }
        open.sort(Comparator.comparing(entry -> entry.value.getSequence()));
        return open;
    }

    /** Returns true for the entry of an open alarm. The newest entries of the chain have other keys. */
    private static boolean isOpen(KeyValue<String, Alert> entry, String stay) {
        return entry.value.getStay().equals(stay) && !entry.key.equals(stay) && !entry.key.startsWith(stay + PLACE);
    }

    private static String place(String stay, long place) {
        return stay + PLACE + place;
    }
}
