package org.vigie.alerts;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.streams.processor.PunctuationType;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.vigie.alerts.Nurse.Done;
import org.vigie.schemas.CleanObservation;
import org.vigie.schemas.RiskScore;

/**
 * Step alert: each record of a stay is judged once. Processing is at least once: after a crash the last second of records comes again.
 * A record that the stay's memory already knows gets the very outcome it got then; one that it does not know is judged from the same
 * past as before, hence alike. So nothing is lost, and what is sent twice has the same identity and the same words.
 */
final class AlertStep implements Processor<String, SpecificRecord, String, Outcome> {
    static final String MEMORY = "memory";

    private static final Duration LOOK_ROUND = Duration.ofSeconds(5);
    private static final Duration TIDY_UP = Duration.ofMinutes(1);

    private final WatchSettings settings;
    private final OutcomeFormat format;
    private final Nurse nurse;
    /** When each stay was last heard of, wall clock; without those that are known to be silent. */
    private final Map<String, Long> heard = new HashMap<>();

    private ProcessorContext<String, Outcome> context;
    private Memory memory;

    AlertStep(WatchSettings settings, OutcomeFormat format) {
        this.settings = settings;
        this.format = format;
        this.nurse = new Nurse(settings);
    }

    @Override
    public void init(ProcessorContext<String, Outcome> context) {
        this.context = context;
        memory = new Memory(context.getStateStore(MEMORY), format);
        memory.stays().forEach(stay -> heard.put(stay, context.currentSystemTimeMs()));
        context.schedule(LOOK_ROUND, PunctuationType.WALL_CLOCK_TIME, this::lookRound);
        context.schedule(TIDY_UP, PunctuationType.WALL_CLOCK_TIME, this::tidyUp);
    }

    @Override
    public void process(Record<String, SpecificRecord> record) {
        String stay = record.key();
        StayMemory before = memory.stay(stay);
        if (record.value() instanceof CleanObservation observation) {
            heard.put(stay, context.currentSystemTimeMs());
            var origin = observation.getOrigin();
            boolean known = before.hasTaken(origin.getPartition(), origin.getOffset());
            forward(record, known ? recall() : keep(nurse.see(before, observation)));
        } else if (record.value() instanceof RiskScore score) {
            Risk risk = risk(score);
            forward(
                    record,
                    risk.isOlderThan(before.risk()) || risk.equals(before.risk())
                            ? recall()
                            : keep(nurse.see(before, risk)));
        }
    }

    private static Risk risk(RiskScore score) {
        Double probability = score.getProbability();
        return new Risk(
                probability == null ? List.of() : List.of(probability),
                score.getWindowEnd(),
                score.getWindowRevision());
    }

    private Outcome recall() {
        return memory.recall(place());
    }

    private Outcome keep(Done done) {
        memory.keep(place(), done.outcome(), context.currentSystemTimeMs());
        memory.keep(done.memory());
        return done.outcome();
    }

    /** Where the record at hand lies: the same when it comes again after a crash. */
    private String place() {
        return context.recordMetadata()
                .map(at -> at.topic() + "-" + at.partition() + "-" + at.offset())
                .orElseThrow();
    }

    private void forward(Record<String, SpecificRecord> record, Outcome outcome) {
        if (!outcome.isNothing()) {
            context.forward(record.withValue(outcome));
        }
    }

    private void lookRound(long now) {
        List<String> silent = heard.entrySet().stream()
                .filter(entry -> now - entry.getValue() >= settings.silence().toMillis())
                .map(Map.Entry::getKey)
                .toList();
        silent.forEach(stay -> {
            heard.remove(stay);
            Done done = nurse.silent(memory.stay(stay));
            memory.keep(done.memory());
            context.forward(new Record<>(stay, done.outcome(), now));
        });
    }

    private void tidyUp(long now) {
        memory.forgetOutcomes(now - settings.recall().toMillis());
    }
}
