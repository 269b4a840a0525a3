package org.vigie.alerts.monitor;

import java.util.Optional;
import java.util.stream.IntStream;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.KeyValueStore;
import org.vigie.records.BedsideAlarmMapper;
import org.vigie.schemas.AlarmPriorityRecord;
import org.vigie.schemas.Alert;
import org.vigie.schemas.AlertStateRecord;
import org.vigie.schemas.BedsideAlarm;
import org.vigie.schemas.Origin;

/**
 * Implements the step monitor-alarms: each transition of a monitor's own alarm becomes an entry of the ledger, in a chain of its bed.
 *
 * <p>No alarm is left out because of its priority or kind. A message that repeats an open alarm makes no entry. Processing is at least once:
 * a message that comes again gives the same entry again.
 */
public final class MonitorLedgerStep implements Processor<String, BedsideAlarm, String, Alert> {
    /** Name of the store: the newest entries of each chain, and the open alarms by their name. */
    public static final String STORE = "monitors";

    /** Number of entries of a chain that can be given again. A crash repeats the messages of the last second. */
    private static final int REPEATED = 16;

    private ProcessorContext<String, Alert> context;
    private KeyValueStore<String, Alert> entries;

    @Override
    public void init(ProcessorContext<String, Alert> processorContext) {
        context = processorContext;
        entries = processorContext.getStateStore(STORE);
    }

    @Override
    public void process(Record<String, BedsideAlarm> record) {
        Origin origin = context.recordMetadata()
                .map(at -> new Origin(at.topic(), at.partition(), at.offset(), 0))
                .orElseThrow();
        String stay = MonitorAlarmChain.stay(record.key());
        var chain = new MonitorAlarmChain(stay, entries.get(stay));
        if (chain.contains(origin)) {
            earlier(stay, origin).ifPresent(entry -> forward(record, entry));
        } else if (!BedsideAlarmMapper.isNoAlarm(record.value())) {
            append(record, chain, origin);
        }
    }

    private Optional<Alert> earlier(String stay, Origin origin) {
        return IntStream.range(0, REPEATED)
                .mapToObj(place -> Optional.ofNullable(entries.get(place(stay, place))))
                .flatMap(Optional::stream)
                .filter(entry -> MonitorAlarmChain.message(entry).equals(origin))
                .findFirst();
    }

    private void append(Record<String, BedsideAlarm> record, MonitorAlarmChain chain, Origin origin) {
        String name = BedsideAlarmMapper.name(record.value());
        Optional<Alert> open = Optional.ofNullable(entries.get(name));
        AlarmPriorityRecord known = open.map(Alert::getPriority).orElse(null);
        BedsideAlarmMapper.transition(record.value(), known).ifPresent(transition -> {
            Alert entry = chain.entry(BedsideAlarmMapper.alert(record.value(), transition), open, origin);
            forward(record, entry);
            keep(name, entry);
        });
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
        return stay + "#" + place;
    }

    private void forward(Record<String, BedsideAlarm> record, Alert entry) {
        context.forward(record.withKey(entry.getStay()).withValue(entry));
    }
}
