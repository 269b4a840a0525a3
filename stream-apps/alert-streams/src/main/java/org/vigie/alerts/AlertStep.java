package org.vigie.alerts;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.streams.processor.PunctuationType;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.vigie.alerts.Nurse.Done;
import org.vigie.schemas.CleanObservation;
import org.vigie.schemas.Command;
import org.vigie.schemas.Origin;
import org.vigie.schemas.RejectedReading;
import org.vigie.schemas.RiskScore;
import org.vigie.signal.alert.StayWatch;
import org.vigie.signal.alert.rules.RuleBook;

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
    private final Stays stays;
    private final ReadUpTo readUpTo;
    private final Nurse nurse;

    private ProcessorContext<String, Outcome> context;
    private Memory memory;
    private Round round;

    AlertStep(
            WatchSettings settings,
            RuleBook rules,
            SecondOpinion opinion,
            OutcomeFormat format,
            Stays stays,
            ReadUpTo readUpTo) {
        this.settings = settings;
        this.format = format;
        this.stays = stays;
        this.readUpTo = readUpTo;
        this.nurse = new Nurse(
                settings,
                rules,
                memory -> opinion.look(
                        memory.watch().vitals(),
                        stays.patient(memory.name()),
                        memory.watch().clock()));
    }

    @Override
    public void init(ProcessorContext<String, Outcome> context) {
        this.context = context;
        memory = new Memory(context.getStateStore(MEMORY), format);
        int partition = context.taskId().partition();
        round = new Round(
                settings, nurse, stays, memory, (raw, now) -> readUpTo.of(partition, raw, now), this::forward);
        context.schedule(LOOK_ROUND, PunctuationType.WALL_CLOCK_TIME, this::lookRound);
        context.schedule(TIDY_UP, PunctuationType.WALL_CLOCK_TIME, this::tidyUp);
    }

    @Override
    public void process(Record<String, SpecificRecord> record) {
        StayMemory before = memory.stay(record.key());
        if (record.value() instanceof CleanObservation observation) {
            forward(record.key(), see(before, observation));
        } else if (record.value() instanceof RiskScore score) {
            forward(record.key(), see(before, risk(score), Instant.ofEpochMilli(record.timestamp())));
        } else if (record.value() instanceof RejectedReading rejected) {
            forward(record.key(), see(before, rejected));
        } else if (record.value() instanceof Command command) {
            forward(record.key(), hear(before, command, Instant.ofEpochMilli(record.timestamp())));
        }
    }

    /** Of a stay that has ended, what comes late is taken and calls nobody. */
    private Outcome see(StayMemory before, CleanObservation observation) {
        if (before.hasTaken(observation)) {
            return recall();
        }
        if (before.isEnded()) {
            memory.keep(before.taking(observation));
            return Outcome.NOTHING;
        }
        Instant clock = before.watch().clock();
        Done done = observation.getAttributedFrom() == null
                ? nurse.see(before, observation, now())
                : nurse.fill(before, observation);
        if (Frames.areLive(observation, clock, done.memory().watch().clock())) {
            round.hear(before.name(), context.currentSystemTimeMs());
        }
        return keep(done);
    }

    private Outcome see(StayMemory before, Risk risk, Instant published) {
        boolean nothingNew = risk.isOlderThan(before.risk()) || risk.equals(before.risk());
        return nothingNew || before.isEnded() ? recall() : keep(nurse.see(before, risk, published, now()));
    }

    /** A monitor may send an unknown code every second: only what is news is kept. */
    private Outcome see(StayMemory before, RejectedReading rejected) {
        var heard = before.watch().vitals().heard();
        var offsets = before.watch().offsets();
        Done done = nurse.see(before, rejected, now());
        StayWatch after = done.memory().watch();
        boolean nothingNew = heard.equals(after.vitals().heard()) && offsets.equals(after.offsets());
        return before.isEnded() || nothingNew ? recall() : keep(done);
    }

    /** A command that came before makes nothing; one whose record comes again gets its own outcome again. */
    private Outcome hear(StayMemory before, Command command, Instant published) {
        return keepNews(nurse.hear(before, command, origin(), published, now()));
    }

    private Outcome keepNews(Done done) {
        return done.outcome().isNothing() ? recall() : keep(done);
    }

    private static Risk risk(RiskScore score) {
        Double probability = score.getProbability();
        return new Risk(
                probability == null ? List.of() : List.of(probability),
                score.getLow() == null ? List.of() : List.of(score.getLow()),
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
        Origin at = origin();
        return at.getTopic() + "-" + at.getPartition() + "-" + at.getOffset();
    }

    private Origin origin() {
        return context.recordMetadata()
                .map(at -> new Origin(at.topic(), at.partition(), at.offset(), -1))
                .orElseThrow();
    }

    private Instant now() {
        return Instant.ofEpochMilli(context.currentSystemTimeMs());
    }

    private void forward(String stay, Outcome outcome) {
        long now = context.currentSystemTimeMs();
        if (!outcome.triage().isEmpty()) {
            round.saidTriage(stay, now);
        }
        if (!outcome.isNothing()) {
            context.forward(new Record<>(stay, outcome, now));
        }
    }

    private void lookRound(long now) {
        stays.look(context.getStateStore(Stays.STORE));
        round.look(now);
    }

    private void tidyUp(long now) {
        memory.forgetOutcomes(now - settings.recall().toMillis());
    }
}
