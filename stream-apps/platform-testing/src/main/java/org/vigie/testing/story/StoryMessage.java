package org.vigie.testing.story;

import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import org.vigie.schemas.CleanObservation;
import org.vigie.schemas.JudgedReading;
import org.vigie.schemas.Observation;

/**
 * Holds one message of a bed and writes it as the raw or as the clean record.
 *
 * @param bed the bed, its stay and its device
 * @param number of the message at its bed, from 0; it is also the offset of the raw record
 * @param deviceTime by the clock of the monitor
 * @param receivedTime by the clock of the ward
 * @param readings as the cleaner judges them
 */
record StoryMessage(StoryBed bed, int number, Instant deviceTime, Instant receivedTime, List<BedReading> readings) {
    private static final int BROKER_AFTER_MS = 7;

    Observation toObservation() {
        return Observation.newBuilder()
                .setSource(StoryBed.SOURCE)
                .setDevice(bed.device())
                .setBed(bed.name())
                .setMessageId(bed.messageId(number))
                .setSequence(number)
                .setDeviceTime(deviceTime)
                .setReceivedTime(receivedTime)
                .setReadings(readings.stream().map(BedReading::raw).toList())
                .build();
    }

    CleanObservation toCleanObservation() {
        return cleanOfTheBed()
                .setMessageId(bed.messageId(number))
                .setDeviceTime(deviceTime)
                .setReceivedTime(receivedTime)
                .setPublishedAt(receivedTime.plusMillis(BROKER_AFTER_MS))
                .setOrigin(bed.origin(number, -1))
                .setReadings(IntStream.range(0, readings.size())
                        .mapToObj(this::judged)
                        .toList())
                .build();
    }

    private CleanObservation.Builder cleanOfTheBed() {
        return CleanObservation.newBuilder()
                .setStay(bed.stay())
                .setProvisional(bed.isProvisional())
                .setBed(bed.name())
                .setSource(StoryBed.SOURCE)
                .setDevice(bed.device());
    }

    /** The cleaner gives the readings of a monitor whose clock is off the time of their receipt. */
    private JudgedReading judged(int index) {
        JudgedReading reading = readings.get(index).judged();
        boolean isOff =
                !deviceTime.equals(receivedTime) && reading.getWithdraws().isEmpty();
        return JudgedReading.newBuilder(reading)
                .setIndex(index)
                .setAsOf(isOff ? receivedTime : null)
                .build();
    }
}
