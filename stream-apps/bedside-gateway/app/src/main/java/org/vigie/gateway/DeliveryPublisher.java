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
import org.vigie.gateway.identity.IdentityCipher;
import org.vigie.gateway.intake.BedsideAlert;
import org.vigie.gateway.intake.DropReason;
import org.vigie.gateway.intake.DroppedElement;
import org.vigie.gateway.intake.IntakeProtocol;
import org.vigie.gateway.intake.MeasuredValue;
import org.vigie.gateway.intake.MessageIntake;
import org.vigie.gateway.intake.PatientMovement;
import org.vigie.gateway.intake.RefusedMessage;
import org.vigie.schemas.BedsideAlarm;
import org.vigie.schemas.NamedObservation;
import org.vigie.schemas.Observation;
import org.vigie.schemas.Origin;
import org.vigie.schemas.QuarantineReason;
import org.vigie.schemas.Quarantined;
import org.vigie.schemas.Sealed;
import org.vigie.schemas.bed.BedName;
import org.vigie.schemas.topic.TopicCatalogue;

/**
 * The one way in. Behind it a patient has a pseudonym only: what names one goes on encrypted, or not at all.
 *
 * <p>Every delivery is kept as it came, sealed; then its movements, observations and alarms are published.
 */
final class DeliveryPublisher implements MessageIntake {
    private static final int WHOLE_RECORD = -1;
    private static final Header BED_KNOWN = new RecordHeader(TopicCatalogue.BED_KNOWN, new byte[0]);
    private static final Header LATE = new RecordHeader(TopicCatalogue.BACKFILLED, new byte[0]);

    private final GatewayRecordSender recordSender;
    private final TopicCatalogue topics;
    private final CensusPublisher stays;
    private final BedNameResolver beds;
    private final ObservationAmendments amendments;
    private final IdentityCipher cipher;
    private final UnmappedCodeInbox unmapped;
    private final IntakeLedger ledger;
    private final GatewayCounters counters;
    private final Clock clock;
    private final ObservationAssembler observations = new ObservationAssembler();

    DeliveryPublisher(
            GatewayRecordSender recordSender,
            TopicCatalogue topics,
            CensusPublisher stays,
            BedNameResolver beds,
            ObservationAmendments amendments,
            IdentityCipher cipher,
            UnmappedCodeInbox unmapped,
            IntakeLedger ledger,
            GatewayCounters counters,
            Clock clock) {
        this.recordSender = recordSender;
        this.topics = topics;
        this.stays = stays;
        this.beds = beds;
        this.amendments = amendments;
        this.cipher = cipher;
        this.unmapped = unmapped;
        this.ledger = ledger;
        this.counters = counters;
        this.clock = clock;
    }

    @Override
    public void take(IntakeDelivery delivery) throws IOException, InterruptedException {
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
            counters.add("lost", 1);
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
    void sentAgain(IntakeProtocol protocol, String sender, int readings) {
        ledger.sentAgain(sender, protocol, readings);
    }

    /** Ends when the broker has all of it; fails when it has not. Blocks for movements and for beds that are new. */
    CompletableFuture<Void> publish(IntakeDelivery delivered) {
        IntakeDelivery delivery = beds.named(delivered);
        Instant now = clock.instant();
        List<CompletableFuture<Void>> sent = new ArrayList<>();
        sent.add(sealed(topics.messagesSealed(), delivery.sender(), delivery.messageId(), delivery.raw(), now));
        try {
            move(delivery, now, sent);
        } catch (IOException e) {
            sent.add(CompletableFuture.failedFuture(e));
        }
        List<DroppedElement> leftOut = new ArrayList<>();
        Map<String, NamedObservation> named = new HashMap<>();
        int published = observe(delivery, now, sent, leftOut, named);
        delivery.alerts().forEach(alert -> sent.add(alarm(delivery, alert, now)));
        delivery.dropped().forEach(left -> unmapped.count(delivery.sender(), left, now));
        counters.add("dropped", delivery.dropped().size());
        unknownBeds(delivery, now);
        return CompletableFuture.allOf(sent.toArray(CompletableFuture[]::new)).thenRun(() -> {
            amendments.remember(named);
            ledger.taken(delivery, published, leftOut);
        });
    }

    /** An unknown bed is watched; the inbox says it all the same. */
    private void unknownBeds(IntakeDelivery delivery, Instant now) {
        delivery.observations().stream()
                .map(MeasuredValue::bed)
                .filter(BedName::isUnknown)
                .distinct()
                .map(bed -> new DroppedElement("", "bed", bed + "^unknown bed^bed", "", DropReason.UNKNOWN_BED))
                .forEach(said -> unmapped.count(delivery.sender(), said, now));
    }

    /** Observations that were understood only now, long after {@code received}. */
    CompletableFuture<Void> publishBackfilled(
            IntakeProtocol protocol, String source, String messageId, List<MeasuredValue> sent, Instant received) {
        List<MeasuredValue> placed = sent.stream().map(beds::named).toList();
        List<Observation> records = observations.of(source, messageId, placed, received);
        return publish(records, BED_KNOWN, LATE).thenRun(() -> ledger.late(source, protocol, readings(records)));
    }

    /** A message as it came, sealed, with the reason why not all of it was taken. */
    private CompletableFuture<Void> quarantine(
            IntakeProtocol protocol, String sender, String messageId, byte[] raw, QuarantineReason reason, String why) {
        counters.add("quarantined", 1);
        Instant now = clock.instant();
        return recordSender.send(
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
                        .setValue(ByteBuffer.wrap(cipher.encrypt(raw, messageId)))
                        .build());
    }

    private void move(IntakeDelivery delivery, Instant now, List<CompletableFuture<Void>> sent) throws IOException {
        List<PatientMovement> movements = delivery.movements().stream()
                .filter(movement -> !movement.patient().isEmpty())
                .toList();
        if (!movements.isEmpty()) {
            stays.apply(movements, now);
            counters.add("movements", movements.size());
            movements.forEach(movement -> sent.add(identity(delivery.sender(), movement, now)));
        }
    }

    private CompletableFuture<Void> identity(String sender, PatientMovement movement, Instant now) {
        String patient = stays.patient(movement.patient());
        PatientMovement.PatientDemographics person = movement.person();
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
            IntakeDelivery delivery,
            Instant now,
            List<CompletableFuture<Void>> sent,
            List<DroppedElement> leftOut,
            Map<String, NamedObservation> named) {
        List<MeasuredValue> placed = new ArrayList<>();
        int lost = 0;
        for (MeasuredValue one : delivery.observations()) {
            String bed = one.bed().isEmpty() ? stays.bedOf(one.patient()) : one.bed();
            if (bed.isEmpty()) {
                lost++;
                leftOut.add(new DroppedElement("", "bed", one.variable(), "", DropReason.NO_BED)
                        .withReadings(1)
                        .withExpected("a bed, or a patient whom the census has on one"));
            } else {
                placed.add(onBed(one, bed));
            }
        }
        RepeatedMetrics repeated = RepeatedMetrics.in(placed);
        leftOut.addAll(repeated.dropped());
        repeated.dropped().forEach(left -> unmapped.count(delivery.sender(), left, now));
        counters.add("dropped", repeated.left().size());
        ObservationAmendments.AmendedValues amended = amendments.amend(delivery.sender(), repeated.taken());
        List<Observation> records = observations.of(delivery.sender(), delivery.messageId(), amended.measured(), now);
        sent.add(publish(records, BED_KNOWN));
        amended.named().forEach((name, said) -> sent.add(recordSender.send(topics.observationsNamed(), name, said)));
        named.putAll(amended.named());
        counters.add("observations", repeated.taken().size());
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
            leftOut.add(new DroppedElement("", "", "", "", DropReason.DUPLICATE_IN_MESSAGE)
                    .withReadings(repeated.taken().size() - published));
        }
        return published;
    }

    private static int readings(List<Observation> records) {
        return records.stream().mapToInt(record -> record.getReadings().size()).sum();
    }

    /** The beds first: a reading of a bed that is not in its topic would be rejected further on, after its sender had AA. */
    private CompletableFuture<Void> publish(List<Observation> records, Header... headers) {
        try {
            stays.announceBeds(
                    records.stream().map(Observation::getBed).distinct().toList());
        } catch (IOException e) {
            return CompletableFuture.failedFuture(e);
        }
        return CompletableFuture.allOf(records.stream()
                .map(record -> recordSender.send(topics.observationsRaw(), record.getBed(), record, headers))
                .toArray(CompletableFuture[]::new));
    }

    private static MeasuredValue onBed(MeasuredValue one, String bed) {
        return one.bed().equals(bed) ? one : one.withBed(bed);
    }

    private CompletableFuture<Void> alarm(IntakeDelivery delivery, BedsideAlert alert, Instant now) {
        counters.add("alarms", 1);
        String bed = alert.bed().isEmpty() ? stays.bedOf(alert.patient()) : alert.bed();
        return recordSender.send(
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
        return recordSender.send(
                topic, name, new Sealed(source, name, ByteBuffer.wrap(cipher.encrypt(content, name)), now));
    }
}
