package org.vigie.vitals;

import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.kafka.streams.processor.PunctuationType;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.vigie.schemas.Observation;
import org.vigie.signal.channel.BedSources;
import org.vigie.signal.channel.ChannelChoice;
import org.vigie.signal.clean.Channels;
import org.vigie.signal.clean.Cleaner;
import org.vigie.signal.clean.Judgement;
import org.vigie.signal.clean.Reading;
import org.vigie.signal.clean.Reason;
import org.vigie.signal.clean.SaidInstants;
import org.vigie.signal.identify.Identity;

/**
 * Step clean: judges each reading once and for all. Processing is at least once: after a crash the last second of records is played
 * again, to a memory that may already know them. A message found under its own offset gets the verdicts and the stay it got then; under
 * another offset it is a duplicate; one that is not found is new, and so is its effect on its device.
 *
 * <p>What remains possible: a record whose output reached the broker and whose memory did not (both left in the same milliseconds) is
 * judged again from the same past, hence alike; only if who lies on its bed also changed in those milliseconds, it may be emitted under
 * two stays. Resetting the group's offsets by hand without the application's state makes what is played again late or duplicate.
 */
final class Clean implements Processor<String, Identified, String, Judged> {
    static final String MEMORY = "memory";

    /** Longer than any time from taking a record in to committing its offset. */
    private static final Duration FORGET_MESSAGES = Duration.ofSeconds(10);

    private static final Duration FORGET_DEVICES = Duration.ofHours(1);

    private final MemorySettings settings;
    private ProcessorContext<String, Judged> context;
    private Memory memory;
    private VerdictCounter counter;

    Clean(MemorySettings settings) {
        this.settings = settings;
    }

    @Override
    public void init(ProcessorContext<String, Judged> context) {
        this.context = context;
        this.memory = new Memory(context.getStateStore(MEMORY), settings);
        this.counter = new VerdictCounter(context);
        context.schedule(FORGET_MESSAGES, PunctuationType.WALL_CLOCK_TIME, now -> forget());
        context.schedule(FORGET_DEVICES, PunctuationType.WALL_CLOCK_TIME, now -> memory.forgetDevices());
    }

    @Override
    public void process(Record<String, Identified> record) {
        Raw raw = record.value().raw();
        Judged judged = memory.message(raw)
                .map(known -> recall(raw, known))
                .orElseGet(() -> judge(raw, record.value().identity()));
        counter.count(judged);
        context.forward(record.withValue(judged));
    }

    private Judged judge(Raw raw, Identity identity) {
        RememberedDevice device = memory.device(raw);
        SaidInstants before = said(raw, identity);
        Judgement judgement = judgement(raw, identity, device.channels(), before);
        ChannelChoice choice = choice(raw, judgement.reasons());
        var message = new RememberedMessage(
                raw.offset(),
                raw.publishedAt(),
                identity,
                judgement.reasons(),
                judgement.withdrawn(),
                Signals.isStampedSo(raw.observation(), judgement.asOf()) ? List.of() : judgement.asOf(),
                choice.followed());
        memory.remember(raw, message);
        remember(raw, identity, judgement, choice.followed(), before);
        memory.remember(raw, new RememberedBed(raw.offset(), raw.publishedAt(), choice.after()));
        return judged(raw, message);
    }

    private void remember(
            Raw raw, Identity identity, Judgement judgement, List<Boolean> followed, SaidInstants before) {
        List<Reading> readings = Signals.readings(raw.observation());
        Channels channels = judgement
                .channels()
                .unfollowed(IntStream.range(0, readings.size())
                        .filter(index -> !followed.get(index))
                        .mapToObj(readings::get)
                        .toList());
        memory.remember(raw, new RememberedDevice(raw.offset(), raw.publishedAt(), channels));
        if (!identity.equals(Identified.UNKNOWN_BED)) {
            memory.remember(raw, before.after(readings, judgement.reasons(), channels));
        }
    }

    private SaidInstants said(Raw raw, Identity identity) {
        return identity.equals(Identified.UNKNOWN_BED)
                ? SaidInstants.NOTHING
                : memory.said(raw, SaidInstants.of(Signals.readings(raw.observation())));
    }

    private void forget() {
        memory.forgetMessages();
        memory.forgetInstants();
    }

    private ChannelChoice choice(Raw raw, List<Reason> reasons) {
        Observation said = raw.observation();
        return ChannelChoice.of(
                said.getSource() + "|" + said.getDevice(),
                Signals.readings(said),
                reasons,
                said.getReceivedTime(),
                memory.bed(raw).sources());
    }

    private Judged recall(Raw raw, RememberedMessage known) {
        if (known.offset() != raw.offset()) {
            Judgement again = all(raw, Reason.DUPLICATE, Channels.SILENT);
            return new Judged(raw, known.identity(), again.reasons(), again.withdrawn(), List.of(), List.of());
        }
        RememberedDevice device = memory.device(raw);
        SaidInstants before = said(raw, known.identity());
        if (device.offset() < raw.offset()) {
            Judgement judgement = judgement(raw, known.identity(), device.channels(), before);
            remember(raw, known.identity(), judgement, known.followed(), before);
        } else if (device.offset() == raw.offset()) {
            memory.remember(raw, before.after(Signals.readings(raw.observation()), known.reasons(), device.channels()));
        }
        if (memory.bed(raw).offset() < raw.offset()) {
            BedSources after = choice(raw, known.reasons()).after();
            memory.remember(raw, new RememberedBed(raw.offset(), raw.publishedAt(), after));
        }
        return judged(raw, known);
    }

    private static Judged judged(Raw raw, RememberedMessage message) {
        return new Judged(
                raw, message.identity(), message.reasons(), message.withdrawn(), message.asOf(), message.followed());
    }

    private static Judgement judgement(Raw raw, Identity identity, Channels before, SaidInstants said) {
        if (identity.equals(Identified.UNKNOWN_BED)) {
            return all(raw, Reason.UNKNOWN_BED, before);
        }
        List<Reading> readings = Signals.readings(raw.observation());
        return raw.backfilled()
                ? Cleaner.judgeLate(readings, raw.arrival(), before, said)
                : Cleaner.judge(readings, raw.arrival(), before, said);
    }

    private static Judgement all(Raw raw, Reason reason, Channels channels) {
        return Judgement.all(reason, Signals.readings(raw.observation()), channels);
    }
}
