package org.vigie.testing.story;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.vigie.schemas.CleanObservation;
import org.vigie.schemas.Observation;

/** Collects the messages of one bed, by the clock of the ward and by the clock of its monitor. */
final class BedMessages {
    private final List<StoryMessage> messages = new ArrayList<>();
    private Instant now = WardStory.START;
    private Duration clockOffset = Duration.ZERO;
    private int numbered;

    void setClock(Duration offset) {
        clockOffset = offset;
    }

    Instant deviceTime() {
        return now.plus(clockOffset);
    }

    void pass(Duration duration) {
        now = now.plus(duration);
    }

    void add(StoryBed bed, List<BedReading> readings) {
        messages.add(new StoryMessage(bed, nextNumber(), deviceTime(), now, readings));
    }

    void repeatNewest() {
        StoryMessage newest = newest();
        messages.add(new StoryMessage(newest.bed(), newest.number(), newest.deviceTime(), now, newest.readings()));
    }

    void withdraw(StoryBed bed, String variable, double value) {
        StoryMessage newest = newest();
        Instant received = newest.receivedTime().plusSeconds(1);
        List<BedReading> withdrawn = List.of(BedReading.retracted(variable, value, newest.deviceTime()));
        messages.add(new StoryMessage(bed, nextNumber(), newest.deviceTime(), received, withdrawn));
        pass(Duration.ofSeconds(1));
    }

    /** Returns the offset of the next raw record. */
    int nextNumber() {
        return numbered++;
    }

    List<Observation> observations() {
        return messages.stream().map(StoryMessage::toObservation).toList();
    }

    List<CleanObservation> cleanObservations() {
        return messages.stream().map(StoryMessage::toCleanObservation).toList();
    }

    private StoryMessage newest() {
        return messages.get(messages.size() - 1);
    }
}
