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
import org.vigie.signal.clean.CleaningReason;
import org.vigie.signal.clean.CleaningResult;
import org.vigie.signal.clean.DeviceChannels;
import org.vigie.signal.clean.InstantHistory;
import org.vigie.signal.clean.Reading;
import org.vigie.signal.clean.ReadingCleaner;
import org.vigie.signal.identify.StayAssignment;

/**
 * Step clean: judges each reading once and for all. Processing is at least once: after a crash the last second of records is played
 * again, to a memory that may already know them. A message found under its own offset gets the verdicts and the stay it got then; under
 * another offset it is a duplicate; one that is not found is new, and so is its effect on its device.
 *
 * <p>What remains possible: a record whose output reached the broker and whose memory did not (both left in the same milliseconds) is
 * judged again from the same past, hence alike; only if who lies on its bed also changed in those milliseconds, it may be emitted under
 * two stays. Resetting the group's offsets by hand without the application's state makes what is played again late or duplicate.
 */
final class CleanStep implements Processor<String, IdentifiedObservation, String, JudgedObservation> {
    static final String MEMORY = "memory";

    /** Longer than any time from taking a record in to committing its offset. */
    private static final Duration FORGET_MESSAGES = Duration.ofSeconds(10);

    private static final Duration FORGET_DEVICES = Duration.ofHours(1);

    private final CleaningMemoryConfig settings;
    private ProcessorContext<String, JudgedObservation> context;
    private CleaningStateStore stateStore;
    private VerdictCounter counter;

    CleanStep(CleaningMemoryConfig settings) {
        this.settings = settings;
    }

    @Override
    public void init(ProcessorContext<String, JudgedObservation> context) {
        this.context = context;
        this.stateStore = new CleaningStateStore(context.getStateStore(MEMORY), settings);
        this.counter = new VerdictCounter(context);
        context.schedule(FORGET_MESSAGES, PunctuationType.WALL_CLOCK_TIME, now -> forget());
        context.schedule(FORGET_DEVICES, PunctuationType.WALL_CLOCK_TIME, now -> stateStore.forgetDevices());
    }

    @Override
    public void process(Record<String, IdentifiedObservation> record) {
        RawObservation raw = record.value().raw();
        JudgedObservation judged = stateStore
                .message(raw)
                .map(known -> recall(raw, known))
                .orElseGet(() -> judge(raw, record.value().identity()));
        counter.count(judged);
        context.forward(record.withValue(judged));
    }

    private JudgedObservation judge(RawObservation raw, StayAssignment assignment) {
        StoredDevice device = stateStore.device(raw);
        InstantHistory before = said(raw, assignment);
        CleaningResult result = judgement(raw, assignment, device.channels(), before);
        ChannelChoice choice = choice(raw, result.reasons());
        var message = new StoredMessage(
                raw.offset(),
                raw.publishedAt(),
                assignment,
                result.reasons(),
                result.withdrawn(),
                RawObservationMapper.isStampedSo(raw.observation(), result.asOf()) ? List.of() : result.asOf(),
                choice.followed());
        stateStore.remember(raw, message);
        remember(raw, assignment, result, choice.followed(), before);
        stateStore.remember(raw, new StoredBed(raw.offset(), raw.publishedAt(), choice.after()));
        return judged(raw, message);
    }

    private void remember(
            RawObservation raw,
            StayAssignment assignment,
            CleaningResult result,
            List<Boolean> followed,
            InstantHistory before) {
        List<Reading> readings = RawObservationMapper.readings(raw.observation());
        DeviceChannels channels = result.channels()
                .unfollowed(IntStream.range(0, readings.size())
                        .filter(index -> !followed.get(index))
                        .mapToObj(readings::get)
                        .toList());
        stateStore.remember(raw, new StoredDevice(raw.offset(), raw.publishedAt(), channels));
        if (!assignment.equals(IdentifiedObservation.UNKNOWN_BED)) {
            stateStore.remember(raw, before.after(readings, result.reasons(), channels));
        }
    }

    private InstantHistory said(RawObservation raw, StayAssignment assignment) {
        return assignment.equals(IdentifiedObservation.UNKNOWN_BED)
                ? InstantHistory.NOTHING
                : stateStore.said(raw, InstantHistory.of(RawObservationMapper.readings(raw.observation())));
    }

    private void forget() {
        stateStore.forgetMessages();
        stateStore.forgetInstants();
    }

    private ChannelChoice choice(RawObservation raw, List<CleaningReason> reasons) {
        Observation said = raw.observation();
        return ChannelChoice.of(
                said.getSource() + "|" + said.getDevice(),
                RawObservationMapper.readings(said),
                reasons,
                said.getReceivedTime(),
                stateStore.bed(raw).sources());
    }

    private JudgedObservation recall(RawObservation raw, StoredMessage known) {
        if (known.offset() != raw.offset()) {
            CleaningResult again = all(raw, CleaningReason.DUPLICATE, DeviceChannels.SILENT);
            return new JudgedObservation(
                    raw, known.identity(), again.reasons(), again.withdrawn(), List.of(), List.of());
        }
        StoredDevice device = stateStore.device(raw);
        InstantHistory before = said(raw, known.identity());
        if (device.offset() < raw.offset()) {
            CleaningResult result = judgement(raw, known.identity(), device.channels(), before);
            remember(raw, known.identity(), result, known.followed(), before);
        } else if (device.offset() == raw.offset()) {
            stateStore.remember(
                    raw,
                    before.after(RawObservationMapper.readings(raw.observation()), known.reasons(), device.channels()));
        }
        if (stateStore.bed(raw).offset() < raw.offset()) {
            BedSources after = choice(raw, known.reasons()).after();
            stateStore.remember(raw, new StoredBed(raw.offset(), raw.publishedAt(), after));
        }
        return judged(raw, known);
    }

    private static JudgedObservation judged(RawObservation raw, StoredMessage message) {
        return new JudgedObservation(
                raw, message.identity(), message.reasons(), message.withdrawn(), message.asOf(), message.followed());
    }

    private static CleaningResult judgement(
            RawObservation raw, StayAssignment assignment, DeviceChannels before, InstantHistory said) {
        if (assignment.equals(IdentifiedObservation.UNKNOWN_BED)) {
            return all(raw, CleaningReason.UNKNOWN_BED, before);
        }
        List<Reading> readings = RawObservationMapper.readings(raw.observation());
        return raw.backfilled()
                ? ReadingCleaner.judgeLate(readings, raw.arrival(), before, said)
                : ReadingCleaner.judge(readings, raw.arrival(), before, said);
    }

    private static CleaningResult all(RawObservation raw, CleaningReason reason, DeviceChannels channels) {
        return CleaningResult.all(reason, RawObservationMapper.readings(raw.observation()), channels);
    }
}
