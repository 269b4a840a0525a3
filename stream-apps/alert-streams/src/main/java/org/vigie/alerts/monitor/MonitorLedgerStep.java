package org.vigie.alerts.monitor;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;
import org.vigie.alerts.sweep.StayDirectory;
import org.vigie.records.BedsideAlarmMapper;
import org.vigie.records.OpenMonitorAlarm;
import org.vigie.schemas.Alert;
import org.vigie.schemas.AlertStateRecord;
import org.vigie.schemas.BedsideAlarm;
import org.vigie.schemas.Origin;
import org.vigie.schemas.serde.AvroSerdes;
import org.vigie.schemas.topic.TopicCatalogue;

/**
 * Implements the step monitor-alarms: each transition of a monitor's own alarm becomes an entry of the ledger, in a chain of its bed.
 *
 * <p>An alarm whose end was lost ends when an alarm of the same name begins, and with the first message after its patient left the bed.
 *
 * <p>No alarm is left out because of its priority or kind. A message that repeats an open alarm makes no entry. Processing is at least once:
 * a message that comes again gives the same entry again.
 */
public final class MonitorLedgerStep implements Processor<String, BedsideAlarm, String, Alert> {
    /** Name of the store: the newest entries of each chain, and the open alarms by their name. */
    public static final String STORE = "monitors";

    /** Number of entries of a chain that can be given again. A crash repeats the messages of the last second. */
    private static final int REPEATED = 16;

    private static final String PLACE = "#";

    private final BedTurnovers turnovers;
    private ProcessorContext<String, Alert> context;
    private KeyValueStore<String, Alert> entries;

    /** Creates the step, which reads the stays of the beds from a global store. */
    public MonitorLedgerStep(TopicCatalogue topics, AvroSerdes serdes) {
        turnovers = new BedTurnovers(topics, serdes);
    }

    @Override
    public void init(ProcessorContext<String, Alert> processorContext) {
        context = processorContext;
        entries = processorContext.getStateStore(STORE);
        turnovers.read(processorContext.getStateStore(StayDirectory.STORE));
    }

    @Override
    public void process(Record<String, BedsideAlarm> record) {
        Origin origin = context.recordMetadata()
                .map(at -> new Origin(at.topic(), at.partition(), at.offset(), 0))
                .orElseThrow();
        String stay = MonitorAlarmChain.stay(record.key());
        if (!chain(stay).contains(origin) || repeat(record, stay, origin)) {
            append(record, stay, origin);
        }
    }

    private MonitorAlarmChain chain(String stay) {
        return new MonitorAlarmChain(stay, entries.get(stay));
    }

    /**
     * Forwards the entries of a message again. Returns true when the last one ends an alarm and is the newest of the chain, because the
     * message's own entry after it may have been lost in a crash. A message with later entries after it was processed whole.
     */
    private boolean repeat(Record<String, BedsideAlarm> record, String stay, Origin origin) {
        List<Alert> earlier = IntStream.range(0, REPEATED)
                .mapToObj(place -> Optional.ofNullable(entries.get(place(stay, place))))
                .flatMap(Optional::stream)
                .filter(entry -> MonitorAlarmChain.message(entry).equals(origin))
                .sorted(Comparator.comparing(Alert::getSequence))
                .toList();
        earlier.forEach(entry -> forward(record, entry));
        return chain(stay).endsWithEndBy(origin);
    }

    private void append(Record<String, BedsideAlarm> record, String stay, Origin origin) {
        endThoseOfTheFormerPatient(record, stay, origin);
        if (BedsideAlarmMapper.isNoAlarm(record.value())) {
            return;
        }
        String name = BedsideAlarmMapper.name(record.value());
        OpenMonitorAlarm known = Optional.ofNullable(entries.get(name))
                .map(MonitorLedgerStep::known)
                .orElse(null);
        for (AlertStateRecord transition : BedsideAlarmMapper.transitions(record.value(), known)) {
            Optional<Alert> continued = Optional.ofNullable(entries.get(name));
            Alert alarm = BedsideAlarmMapper.alert(record.value(), transition);
            enter(record, name, chain(stay).entry(alarm, continued, origin));
        }
    }

    private static OpenMonitorAlarm known(Alert open) {
        return new OpenMonitorAlarm(open.getPriority(), MonitorAlarmChain.begunAt(open));
    }

    /** Ends the open alarms from before the last patient left. Their own ends were lost. */
    private void endThoseOfTheFormerPatient(Record<String, BedsideAlarm> record, String stay, Origin origin) {
        Instant now = record.value().getReceivedTime();
        turnovers
                .since(record.value().getBed(), now)
                .ifPresent(since -> openBefore(stay, since)
                        .forEach(open -> enter(
                                record,
                                open.key,
                                chain(stay).entry(cleared(open.value, now), Optional.of(open.value), origin))));
    }

    private List<KeyValue<String, Alert>> openBefore(String stay, Instant since) {
        List<KeyValue<String, Alert>> open = new ArrayList<>();
        try (KeyValueIterator<String, Alert> all = entries.all()) {
            all.forEachRemaining(entry -> {
                if (isOpenBefore(entry, stay, since)) {
                    open.add(entry);
                }
            });
        }
        open.sort(Comparator.comparing(entry -> entry.value.getSequence()));
        return open;
    }

    /** Returns true for the entry of an open alarm. The newest entries of the chain have other keys. */
    private static boolean isOpenBefore(KeyValue<String, Alert> entry, String stay, Instant since) {
        return entry.value.getStay().equals(stay)
                && !entry.key.equals(stay)
                && !entry.key.startsWith(stay + PLACE)
                && entry.value.getAt().isBefore(since);
    }

    private static Alert cleared(Alert open, Instant at) {
        return Alert.newBuilder(open)
                .setState(AlertStateRecord.CLEARED)
                .setAt(at)
                .setCausePublishedAt(at)
                .build();
    }

    private void enter(Record<String, BedsideAlarm> record, String name, Alert entry) {
        forward(record, entry);
        keep(name, entry);
    }

    private void keep(String name, Alert entry) {
        entries.put(entry.getStay(), entry);
        entries.put(place(entry.getStay(), entry.getSequence() % REPEATED), entry);
        if (entry.getState() == AlertStateRecord.CLEARED) {
            entries.delete(name);
        } else {
            entries.put(name, entry);
        }
    }

    private static String place(String stay, long place) {
        return stay + PLACE + place;
    }

    private void forward(Record<String, BedsideAlarm> record, Alert entry) {
        context.forward(record.withKey(entry.getStay()).withValue(entry));
    }
}
