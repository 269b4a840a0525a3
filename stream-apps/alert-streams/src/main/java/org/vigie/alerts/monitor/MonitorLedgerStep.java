package org.vigie.alerts.monitor;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.vigie.alerts.sweep.StayDirectory;
import org.vigie.records.BedTurnovers;
import org.vigie.records.BedsideAlarmMapper;
import org.vigie.records.MonitorAlarmRule;
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

    private final MonitorAlarmRule rule;
    private final StoredBedStays stays;
    private final BedTurnovers turnovers;
    private ProcessorContext<String, Alert> context;
    private MonitorEntryStore entries;

    /**
     * Creates the step, which reads the stays of the beds from a global store.
     *
     * @param rule decides which message is a transition
     */
    public MonitorLedgerStep(TopicCatalogue topics, AvroSerdes serdes, MonitorAlarmRule rule) {
        this.rule = rule;
        stays = new StoredBedStays(topics, serdes);
        turnovers = new BedTurnovers(stays::of);
    }

    @Override
    public void init(ProcessorContext<String, Alert> processorContext) {
        context = processorContext;
        entries = new MonitorEntryStore(processorContext.getStateStore(STORE));
        stays.read(processorContext.getStateStore(StayDirectory.STORE));
    }

    @Override
    public void process(Record<String, BedsideAlarm> record) {
        Origin origin = context.recordMetadata()
                .map(at -> new Origin(at.topic(), at.partition(), at.offset(), 0))
                .orElseThrow();
        String stay = MonitorAlarmChain.stay(record.key());
        if (!entries.chain(stay).contains(origin) || repeat(record, stay, origin)) {
            append(record, stay, origin);
        }
    }

    /**
     * Forwards the entries of a message again. Returns true when the last one ends an alarm and is the newest of the chain, because the
     * message's own entry after it may have been lost in a crash. A message with later entries after it was processed whole.
     */
    private boolean repeat(Record<String, BedsideAlarm> record, String stay, Origin origin) {
        entries.madeBy(stay, origin).forEach(entry -> forward(record, entry));
        return entries.chain(stay).endsWithEndBy(origin);
    }

    private void append(Record<String, BedsideAlarm> record, String stay, Origin origin) {
        endThoseOfTheFormerPatient(record, stay, origin);
        if (BedsideAlarmMapper.isNoAlarm(record.value())) {
            return;
        }
        String name = BedsideAlarmMapper.name(record.value());
        OpenMonitorAlarm known =
                entries.open(name).map(MonitorEntryStore::alarm).orElse(null);
        List<AlertStateRecord> transitions = rule.transitions(record.value(), known);
        if (transitions.isEmpty()) {
            entries.keepReport(name, record.value());
        }
        transitions.forEach(transition -> enter(record, stay, origin, transition));
    }

    private void enter(Record<String, BedsideAlarm> record, String stay, Origin origin, AlertStateRecord transition) {
        String name = BedsideAlarmMapper.name(record.value());
        Alert alarm = BedsideAlarmMapper.alert(record.value(), transition);
        enter(record, name, entries.chain(stay).entry(alarm, entries.open(name), origin));
    }

    /** Ends the open alarms from before the last patient left. Their own ends were lost. */
    private void endThoseOfTheFormerPatient(Record<String, BedsideAlarm> record, String stay, Origin origin) {
        Instant now = record.value().getReceivedTime();
        turnovers
                .since(record.value().getBed(), now)
                .ifPresent(turnover -> entries.openBefore(stay, turnover)
                        .forEach(open -> enter(
                                record,
                                open.key,
                                entries.chain(stay).entry(cleared(open.value, now), Optional.of(open.value), origin))));
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
        entries.keep(name, entry);
    }

    private void forward(Record<String, BedsideAlarm> record, Alert entry) {
        context.forward(record.withKey(entry.getStay()).withValue(entry));
    }
}
