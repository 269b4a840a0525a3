package org.vigie.gateway;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.internals.RecordHeader;
import org.vigie.gateway.codes.BedsideAlert;
import org.vigie.gateway.codes.Dropped;
import org.vigie.gateway.codes.Intake;
import org.vigie.gateway.codes.Measured;
import org.vigie.gateway.codes.Movement;
import org.vigie.gateway.codes.Protocol;
import org.vigie.gateway.codes.Reason;
import org.vigie.gateway.codes.RefusedMessage;
import org.vigie.gateway.identity.Seal;
import org.vigie.schemas.BedsideAlarm;
import org.vigie.schemas.NamedObservation;
import org.vigie.schemas.Observation;
import org.vigie.schemas.Origin;
import org.vigie.schemas.QuarantineReason;
import org.vigie.schemas.Quarantined;
import org.vigie.schemas.Sealed;
import org.vigie.schemas.bed.BedName;
import org.vigie.schemas.topic.Topics;

/**
 * The one way in. Behind it a patient has a pseudonym only: what names one goes on encrypted, or not at all.
 *
 * <p>Every delivery is kept as it came, sealed; then its movements, observations and alarms are published.
 */
final class Door implements Intake {
    private static final int WHOLE_RECORD = -1;
    private static final Header BED_KNOWN = new RecordHeader(Topics.BED_KNOWN, new byte[0]);
    private static final Header LATE = new RecordHeader(Topics.BACKFILLED, new byte[0]);

    private final Broker broker;
    private final Topics topics;
    private final StayBook stays;
    private final KnownBeds beds;
    private final Statements statements;
    private final Seal seal;
    private final UnmappedCodes unmapped;
    private final IntakeLedger ledger;
    private final Counts counts;
    private final Clock clock;
    private final Observations observations = new Observations();

    Door(
            Broker broker,
            Topics topics,
            StayBook stays,
            KnownBeds beds,
            Statements statements,
            Seal seal,
            UnmappedCodes unmapped,
            IntakeLedger ledger,
            Counts counts,
            Clock clock) {
        this.broker = broker;
        this.topics = topics;
        this.stays = stays;
        this.beds = beds;
        this.statements = statements;
        this.seal = seal;
        this.unmapped = unmapped;
        this.ledger = ledger;
        this.counts = counts;
        this.clock = clock;
    }

    @Override
    public void take(Delivery delivery) throws IOException, InterruptedException {
        try {
            publish(delivery).get();
        } catch (ExecutionException e) {
            throw new IOException("the broker did not take a delivery", e.getCause());
        }
    }

    @Override
    public String bedOf(String number) {
        return stays.bedOf(number);
    }

    @Override
    public boolean hasPatient(String number) {
        return stays.hasPatient(number);
    }

    @Override
    public String bedOfVisit(String number) {
        return stays.bedOfVisit(number);
    }

    /** Kept under its digest; when the broker does not take it either, it is counted and lost: the sender is told. */
    @Override
    public void refuse(RefusedMessage refusal) {
        String id = "refused-" + UUID.nameUUIDFromBytes(refusal.raw());
        var unused = refused(refusal, id).exceptionally(failure -> {
            counts.add("lost", 1);
            return null;
        });
    }

    /** Ends when the broker has it in quarantine; it is counted then. */
    CompletableFuture<Void> refused(RefusedMessage refusal, String messageId) {
        QuarantineReason reason =
                refusal.malformed() ? QuarantineReason.MALFORMED_MESSAGE : QuarantineReason.REFUSED_MESSAGE;
        return quarantine(refusal.protocol(), refusal.sender(), messageId, refusal.raw(), reason, refusal.why())
                .thenRun(() -> ledger.refused(refusal));
    }

    /** A message that came before and is acknowledged once more. */
    void sentAgain(Protocol protocol, String sender, int readings) {
        ledger.sentAgain(sender, protocol, readings);
    }

    /** Ends when the broker has all of it; fails when it has not. Blocks for movements and for beds that are new. */
    CompletableFuture<Void> publish(Delivery delivered) {
        Delivery delivery = beds.named(delivered);
        Instant now = clock.instant();
        List<CompletableFuture<Void>> sent = new ArrayList<>();
        sent.add(sealed(topics.messagesSealed(), delivery.sender(), delivery.messageId(), delivery.raw(), now));
        try {
            move(delivery, now, sent);
        } catch (IOException e) {
            sent.add(CompletableFuture.failedFuture(e));
        }
        List<Dropped> leftOut = new ArrayList<>();
        Map<String, NamedObservation> named = new HashMap<>();
        int published = observe(delivery, now, sent, leftOut, named);
        delivery.alerts().forEach(alert -> sent.add(alarm(delivery, alert, now)));
        delivery.dropped().forEach(left -> unmapped.count(delivery.sender(), left, now));
        counts.add("dropped", delivery.dropped().size());
        unknownBeds(delivery, now);
        return CompletableFuture.allOf(sent.toArray(CompletableFuture[]::new)).thenRun(() -> {
            statements.remember(named);
            ledger.taken(delivery, published, leftOut);
        });
    }

    /** An unknown bed is watched; the inbox says it all the same. */
    private void unknownBeds(Delivery delivery, Instant now) {
        delivery.observations().stream()
                .map(Measured::bed)
                .filter(BedName::isUnknown)
                .distinct()
                .map(bed -> new Dropped("", "bed", bed + "^unknown bed^bed", "", Reason.UNKNOWN_BED))
                .forEach(said -> unmapped.count(delivery.sender(), said, now));
    }

    /** Observations that were understood only now, long after {@code received}. */
    CompletableFuture<Void> publishLate(
            Protocol protocol, String source, String messageId, List<Measured> sent, Instant received) {
        List<Measured> placed = sent.stream().map(beds::named).toList();
        List<Observation> records = observations.of(source, messageId, placed, received);
        return publish(records, BED_KNOWN, LATE).thenRun(() -> ledger.late(source, protocol, readings(records)));
    }

    /** A message as it came, sealed, with the reason why not all of it was taken. */
    private CompletableFuture<Void> quarantine(
            Protocol protocol, String sender, String messageId, byte[] raw, QuarantineReason reason, String why) {
        counts.add("quarantined", 1);
        Instant now = clock.instant();
        return broker.send(
                topics.recordsQuarantined(),
                messageId,
                Quarantined.newBuilder()
                        .setOrigin(new Origin(
                                protocol.name().toLowerCase(Locale.ROOT) + ":" + sender, 0, 0L, WHOLE_RECORD))
                        .setReason(reason)
                        .setDetail(why)
                        .setApp("bedside-gateway")
                        .setQuarantinedAt(now)
                        .setKey(ByteBuffer.wrap(messageId.getBytes(StandardCharsets.UTF_8)))
                        .setValue(ByteBuffer.wrap(seal.close(raw, messageId)))
                        .build());
    }

    private void move(Delivery delivery, Instant now, List<CompletableFuture<Void>> sent) throws IOException {
        List<Movement> movements = delivery.movements().stream()
                .filter(movement -> !movement.patient().isEmpty())
                .toList();
        if (!movements.isEmpty()) {
            stays.take(movements, now);
            counts.add("movements", movements.size());
            movements.forEach(movement -> sent.add(identity(delivery.sender(), movement, now)));
        }
    }

    private CompletableFuture<Void> identity(String sender, Movement movement, Instant now) {
        String patient = stays.patient(movement.patient());
        Movement.Person person = movement.person();
        String identity = String.join(
                "\t",
                movement.patient(),
                movement.visit(),
                person.family(),
                person.given(),
                person.born(),
                person.sex());
        return sealed(topics.identitiesSealed(), sender, patient, identity.getBytes(StandardCharsets.UTF_8), now);
    }

    /**
     * @param leftOut gets what is not published
     * @param named gets what was said under names, to be remembered once the broker has it
     * @return how many readings of the delivery are published
     */
    private int observe(
            Delivery delivery,
            Instant now,
            List<CompletableFuture<Void>> sent,
            List<Dropped> leftOut,
            Map<String, NamedObservation> named) {
        List<Measured> placed = new ArrayList<>();
        int lost = 0;
        for (Measured one : delivery.observations()) {
            String bed = one.bed().isEmpty() ? stays.bedOf(one.patient()) : one.bed();
            if (bed.isEmpty()) {
                lost++;
                leftOut.add(new Dropped("", "bed", one.variable(), "", Reason.NO_BED)
                        .standingFor(1)
                        .expecting("a bed, or a patient whom the census has on one"));
            } else {
                placed.add(onBed(one, bed));
            }
        }
        RepeatedMetrics repeated = RepeatedMetrics.in(placed);
        leftOut.addAll(repeated.dropped());
        repeated.dropped().forEach(left -> unmapped.count(delivery.sender(), left, now));
        counts.add("dropped", repeated.left().size());
        Statements.Amended amended = statements.amend(delivery.sender(), repeated.taken());
        List<Observation> records = observations.of(delivery.sender(), delivery.messageId(), amended.measured(), now);
        sent.add(publish(records, BED_KNOWN));
        amended.named().forEach((name, said) -> sent.add(broker.send(topics.observationsNamed(), name, said)));
        named.putAll(amended.named());
        counts.add("observations", repeated.taken().size());
        if (lost > 0) {
            sent.add(quarantine(
                    delivery.protocol(),
                    delivery.sender(),
                    delivery.messageId(),
                    delivery.raw(),
                    QuarantineReason.NO_BED,
                    "no bed for " + lost + " observations"));
        }
        int takenBack = amended.measured().size() - repeated.taken().size();
        int published = readings(records) - takenBack;
        if (published < repeated.taken().size()) {
            leftOut.add(new Dropped("", "", "", "", Reason.DUPLICATE_IN_MESSAGE)
                    .standingFor(repeated.taken().size() - published));
        }
        return published;
    }

    private static int readings(List<Observation> records) {
        return records.stream().mapToInt(record -> record.getReadings().size()).sum();
    }

    /** The beds first: a reading of a bed that is not in its topic would be rejected further on, after its sender had AA. */
    private CompletableFuture<Void> publish(List<Observation> records, Header... headers) {
        try {
            stays.know(records.stream().map(Observation::getBed).distinct().toList());
        } catch (IOException e) {
            return CompletableFuture.failedFuture(e);
        }
        return CompletableFuture.allOf(records.stream()
                .map(record -> broker.send(topics.observationsRaw(), record.getBed(), record, headers))
                .toArray(CompletableFuture[]::new));
    }

    private static Measured onBed(Measured one, String bed) {
        return one.bed().equals(bed) ? one : one.onBed(bed);
    }

    private CompletableFuture<Void> alarm(Delivery delivery, BedsideAlert alert, Instant now) {
        counts.add("alarms", 1);
        String bed = alert.bed().isEmpty() ? stays.bedOf(alert.patient()) : alert.bed();
        return broker.send(
                topics.alarmsBedside(),
                bed,
                BedsideAlarm.newBuilder()
                        .setSource(delivery.sender())
                        .setDevice(alert.device())
                        .setBed(bed)
                        .setMessageId(delivery.messageId())
                        .setAlarm(alert.id())
                        .setCode(alert.code())
                        .setText(alert.text())
                        .setAbout(alert.source())
                        .setValue(alert.value())
                        .setPhase(alert.phase())
                        .setState(alert.state())
                        .setPriority(alert.priority())
                        .setKind(alert.type())
                        .setSignOfLife(alert.watchdog())
                        .setTest(alert.test())
                        .setRaisedAt(alert.time().orElse(null))
                        .setReceivedTime(now)
                        .build());
    }

    private CompletableFuture<Void> sealed(
            org.vigie.schemas.topic.Topic<Sealed> topic, String source, String name, byte[] content, Instant now) {
        return broker.send(topic, name, new Sealed(source, name, ByteBuffer.wrap(seal.close(content, name)), now));
    }
}
