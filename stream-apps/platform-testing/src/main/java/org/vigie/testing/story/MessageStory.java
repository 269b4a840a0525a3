package org.vigie.testing.story;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import org.vigie.schemas.CleanObservation;
import org.vigie.schemas.CleaningOutcomeRecord;
import org.vigie.schemas.CleaningReasonRecord;
import org.vigie.schemas.MeasurementStatusRecord;
import org.vigie.schemas.ReadingRecord;
import org.vigie.schemas.RejectedReading;

/** Tells one clean message reading by reading: {@code bed.at(noon).kept("hr", 82).suspect("spo2", 71).clean()}. */
public final class MessageStory {
    private final List<BedReading> readings = new ArrayList<>();
    private final StoryBed bed;
    private final BedMessages messages;
    private final Instant time;
    private OptionalInt offset = OptionalInt.empty();

    MessageStory(StoryBed bed, BedMessages messages, Instant time) {
        this.bed = bed;
        this.messages = messages;
        this.time = time;
    }

    /** Gives the raw record another offset than one more than that of the message before. */
    public MessageStory offset(int ofRawRecord) {
        offset = OptionalInt.of(ofRawRecord);
        return this;
    }

    public MessageStory kept(String variable, double value) {
        return kept(variable, value, time);
    }

    /** Adds a reading that was measured at another time than the message was sent. */
    public MessageStory kept(String variable, double value, Instant measuredAt) {
        return add(BedReading.of(variable, value, measuredAt));
    }

    /** Adds a value that came after a newer one. */
    public MessageStory late(String variable, double value) {
        return add(BedReading.of(variable, value, time)
                .judged(CleaningOutcomeRecord.KEPT, CleaningReasonRecord.OUT_OF_ORDER));
    }

    public MessageStory suspect(String variable, double value) {
        return add(
                BedReading.of(variable, value, time).judged(CleaningOutcomeRecord.SUSPECT, CleaningReasonRecord.SPIKE));
    }

    /** Withdraws the value that was kept of this instant. */
    public MessageStory withdrawn(String variable, double value) {
        return withdrawn(variable, value, time);
    }

    public MessageStory withdrawn(String variable, double value, Instant measuredAt) {
        return add(BedReading.retracted(variable, value, measuredAt));
    }

    /** Replaces the value {@code before} of that instant. */
    public MessageStory corrected(String variable, double before, double value, Instant measuredAt) {
        BedReading corrected = BedReading.of(variable, value, measuredAt);
        corrected.judged().setWithdraws(List.of(before));
        return add(corrected);
    }

    public MessageStory corrected(String variable, double before, double value) {
        return corrected(variable, before, value, time);
    }

    /** Names the source of the newest reading, and whether tile, alarms and scores follow it. */
    public MessageStory from(String channel, boolean isFollowed) {
        BedReading newest = readings.get(readings.size() - 1);
        newest.judged().setChannel(channel);
        newest.judged().setFollowed(isFollowed);
        return this;
    }

    /** Returns the message as the cleaner passes it on. The broker takes the raw record at once. */
    public CleanObservation clean() {
        CleanObservation clean = new StoryMessage(bed, number(), time, time, readings).toCleanObservation();
        clean.setPublishedAt(time);
        return clean;
    }

    /** Returns a reading of this message that the cleaner rejects. */
    public RejectedReading rejected(String variable, CleaningReasonRecord reason) {
        return RejectedReading.newBuilder()
                .setStay(bed.stay())
                .setBed(bed.name())
                .setSource(StoryBed.SOURCE)
                .setDevice(bed.device())
                .setMessageId(bed.messageId(0))
                .setReceivedTime(time)
                .setPublishedAt(time)
                .setOrigin(bed.origin(number(), 0))
                .setReading(invalid(variable))
                .setReason(reason)
                .setDetail("status INVALID")
                .build();
    }

    private ReadingRecord invalid(String variable) {
        return new ReadingRecord(variable, null, "?", "%", MeasurementStatusRecord.INVALID, time, "");
    }

    private int number() {
        return offset.orElseGet(messages::nextNumber);
    }

    private MessageStory add(BedReading reading) {
        readings.add(reading);
        return this;
    }
}
