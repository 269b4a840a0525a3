package org.vigie.gateway.play;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.vigie.recordings.StayRecording;
import org.vigie.recordings.StayRecording.RecordedRow;
import org.vigie.schemas.BedStays;
import org.vigie.schemas.Observation;
import org.vigie.schemas.ReadingRecord;
import org.vigie.schemas.Stay;

/**
 * Plays one recording to one bed. A bed where nobody lies gets a stay for as long as it plays; a patient who lies there keeps it, and
 * the recording is played as that patient's.
 */
final class RecordingPlayer {
    /** What the record of a bed holds at most. */
    private static final int MOST_STAYS = 16;

    private final PlaybackTopics ward;
    private final String bed;
    private final Clock wall;
    private final CountDownLatch stopped = new CountDownLatch(1);

    RecordingPlayer(PlaybackTopics ward, String bed, Clock wall) {
        this.ward = ward;
        this.bed = bed;
        this.wall = wall;
    }

    /** Ends {@link #play} before its next row; the stay is closed as at the recording's end. */
    void stop() {
        stopped.countDown();
    }

    /** @return how many readings were sent, each acknowledged by the broker */
    long play(StayRecording recording, double speed) throws InterruptedException {
        PlaybackSchedule times = PlaybackSchedule.of(wall.instant(), recording.length(), speed);
        Optional<Stay> stay = admit(recording, times.start());
        long sent = 0;
        int sequence = 0;
        Duration reached = Duration.ZERO;
        for (RecordedRow row : recording.rows()) {
            if (isStopped(times.due(row.at()))) {
                break;
            }
            ward.send(observation(recording, row, times.measured(row.at()), sequence++));
            sent += row.values().size();
            reached = row.at();
        }
        if (stay.isPresent()) {
            discharge(stay.get(), times.measured(reached).plusSeconds(1));
        }
        return sent;
    }

    private boolean isStopped(Instant due) throws InterruptedException {
        long wait = Duration.between(wall.instant(), due).toMillis();
        return stopped.await(Math.max(0, wait), TimeUnit.MILLISECONDS);
    }

    private Observation observation(StayRecording recording, RecordedRow row, Instant at, int sequence) {
        List<ReadingRecord> readings = row.values().stream()
                .map(value -> value.reading(at, value.channel()))
                .toList();
        String message = recording.id() + "-" + at.toEpochMilli() + "-" + sequence;
        return new Observation("files", recording.id(), bed, message, (long) sequence, at, at, readings, List.of());
    }

    private Optional<Stay> admit(StayRecording recording, Instant from) throws InterruptedException {
        List<Stay> stays = stays();
        if (stays.stream().anyMatch(stay -> stay.getUntil() == null)) {
            return Optional.empty();
        }
        Stay stay = stay(recording, from);
        stays.add(stay);
        stays.subList(0, Math.max(0, stays.size() - MOST_STAYS)).clear();
        ward.send(new BedStays(bed, stays));
        return Optional.of(stay);
    }

    private Stay stay(StayRecording recording, Instant from) {
        StayRecording.RecordedPatient person = recording.person();
        return Stay.newBuilder()
                .setStay(recording.id() + "-" + from.toEpochMilli())
                .setPatient(recording.id())
                .setBed(bed)
                .setFrom(from)
                .setAdmittedAt(from)
                .setAge(person.age())
                .setSex(person.sex())
                .setHeightCm(person.heightCm())
                .setWeightKg(person.weightKg())
                .setUnitKind(person.unitKind())
                .build();
    }

    private void discharge(Stay stay, Instant until) throws InterruptedException {
        List<Stay> stays = stays();
        stays.replaceAll(other -> other.getStay().equals(stay.getStay()) ? closed(other, until) : other);
        ward.send(new BedStays(bed, stays));
    }

    private static Stay closed(Stay stay, Instant until) {
        return Stay.newBuilder(stay).setUntil(until).build();
    }

    private List<Stay> stays() {
        return ward.stays(bed).map(BedStays::getStays).map(ArrayList::new).orElseGet(ArrayList::new);
    }
}
