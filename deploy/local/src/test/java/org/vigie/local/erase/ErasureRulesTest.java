package org.vigie.local.erase;

import static org.assertj.core.api.Assertions.assertThat;

import io.confluent.kafka.schemaregistry.client.MockSchemaRegistryClient;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.vigie.gateway.identity.GatewayKeysets;
import org.vigie.schemas.AdministrativeSexRecord;
import org.vigie.schemas.BedStays;
import org.vigie.schemas.Observation;
import org.vigie.schemas.Sealed;
import org.vigie.schemas.Stay;
import org.vigie.schemas.UnitTypeRecord;
import org.vigie.schemas.serde.AvroSerdes;
import org.vigie.schemas.topic.Topic;
import org.vigie.schemas.topic.TopicCatalogue;

/** Tests what becomes of each kind of record when a patient is erased. */
class ErasureRulesTest {
    private static final String NUMBER = "4410077";
    private static final Instant IN = Instant.parse("2026-11-29T08:00:00Z");
    private static final Instant OUT = Instant.parse("2026-11-29T20:00:00Z");
    private static final String CLAIMED = "vigie.ward.stays.claimed";
    private static final TopicCatalogue TOPICS = TopicCatalogue.in("ward", 1);

    @TempDir
    Path folder;

    private final AvroSerdes serdes = new AvroSerdes(new MockSchemaRegistryClient());
    private GatewayKeysets keys;
    private String pseudonym;
    private String stay;
    private ErasureRules rules;

    @BeforeEach
    void findThePatient() {
        keys = GatewayKeysets.load(folder);
        pseudonym = keys.pseudonyms().patient(NUMBER).get(0);
        stay = keys.pseudonyms().stay("V-1").get(0);
        var found = new PatientStays(Set.of(pseudonym));
        found.take(CLAIMED, bed());
        rules = new ErasureRules(found.patient(NUMBER), serdes, keys.seal());
    }

    private BedStays bed() {
        return new BedStays("REA/03", List.of(stay("s-before", "p-before", IN.minusSeconds(900), IN), ofPatient()));
    }

    private Stay ofPatient() {
        return stay(stay, pseudonym, IN, OUT);
    }

    private static Stay stay(String name, String patient, Instant from, Instant until) {
        return Stay.newBuilder()
                .setStay(name)
                .setPatient(patient)
                .setBed("REA/03")
                .setFrom(from)
                .setUntil(until)
                .setAdmittedAt(from)
                .setSex(AdministrativeSexRecord.UNKNOWN)
                .setUnitKind(UnitTypeRecord.UNKNOWN)
                .build();
    }

    @Test
    void theBedKeepsTheStaysOfItsOtherPatients() {
        // when
        RecordFate fate = fate(TOPICS.staysCurrent(), "REA/03", bed());

        // then
        assertThat(fate).isInstanceOf(RecordFate.ReplacedFate.class);
        BedStays left = serdes.of(TOPICS.staysCurrent())
                .deserializer()
                .deserialize(TOPICS.staysCurrent().name(), ((RecordFate.ReplacedFate) fate).value());
        assertThat(left.getStays()).extracting(Stay::getStay).containsExactly("s-before");
    }

    @Test
    void rawReadingsOfTheBedGoAsLongAsThePatientLayThere() {
        assertThat(raw("REA/03", IN)).isEqualTo(RecordFate.REMOVED);
        assertThat(raw("REA/03", OUT.minusMillis(1))).isEqualTo(RecordFate.REMOVED);
        assertThat(raw("REA/03", OUT.plusSeconds(1))).isEqualTo(RecordFate.KEPT);
        assertThat(raw("REA/03", IN.minusMillis(1))).isEqualTo(RecordFate.KEPT);
        assertThat(raw("REA/04", IN)).isEqualTo(RecordFate.KEPT);
    }

    @Test
    void theClockOfADeviceDoesNotMoveAReadingToAnotherPatient() {
        assertThat(raw("REA/03", OUT.plusSeconds(60), IN)).isEqualTo(RecordFate.KEPT);
        assertThat(raw("REA/03", IN, OUT.plusSeconds(60))).isEqualTo(RecordFate.REMOVED);
    }

    @Test
    void whatWasSealedForThePatientGoesAndAMessageOfSeveralPatientsToo() {
        // given
        byte[] message = ("PID|||" + NUMBER).getBytes(StandardCharsets.UTF_8);

        // when, then
        assertThat(sealed(keys.seal().encryptFor(pseudonym, message, "m1"))).isEqualTo(RecordFate.REMOVED);
        assertThat(sealed(keys.seal().encrypt(message, "m1"))).isEqualTo(RecordFate.REMOVED);
        assertThat(sealed(keys.seal().encrypt(new byte[] {1, 2}, "m1"))).isEqualTo(RecordFate.KEPT);
    }

    @ParameterizedTest
    @CsvSource({
        "PID|||4410077^^^HOSP, true",
        "<id>4410077</id>, true",
        "44100771, false",
        "94410077, false",
        "A4410077, false"
    })
    void aMessageWhoseNumberOnlyHoldsThePatientsNumberStays(String message, boolean isRemoved) {
        // given
        byte[] content = keys.seal().encrypt(message.getBytes(StandardCharsets.UTF_8), "m1");

        // when, then
        assertThat(sealed(content)).isEqualTo(isRemoved ? RecordFate.REMOVED : RecordFate.KEPT);
    }

    @Test
    void theStateOfAStayGoesAndThatOfABedNamesAnotherPseudonymOfTheSameLength() {
        // given
        RecordRule rule = rules.of("vigie.ward.vitals-streams-stays-changelog").orElseThrow();
        byte[] value = ("bed REA/03 " + stay + " s-before").getBytes(StandardCharsets.UTF_8);

        // when
        RecordFate ofBed = rule.fate(record("t", "REA/03", value));

        // then
        assertThat(rule.fate(record("t", stay, value))).isEqualTo(RecordFate.REMOVED);
        assertThat(rule.fate(record("t", "s-before", "x".getBytes(StandardCharsets.UTF_8))))
                .isEqualTo(RecordFate.KEPT);
        String left = new String(((RecordFate.ReplacedFate) ofBed).value(), StandardCharsets.UTF_8);
        assertThat(left).hasSize(value.length).contains("s-before").doesNotContain(stay);
    }

    @Test
    void topicsOfAReplayAreErasedAndThoseOfTheBrokerAreNot() {
        // given
        RecordRule rule = rules.of("vigie.study-1.scores.survival").orElseThrow();

        // when, then
        assertThat(rule.fate(record("t", stay, new byte[0]))).isEqualTo(RecordFate.REMOVED);
        assertThat(rules.of("_schemas")).isEmpty();
        assertThat(rules.of("__consumer_offsets")).isEmpty();
    }

    private RecordFate raw(String bed, Instant at) {
        return raw(bed, at, at);
    }

    private RecordFate raw(String bed, Instant received, Instant deviceTime) {
        var observation = Observation.newBuilder()
                .setSource("gateway")
                .setDevice("MON-1")
                .setBed(bed)
                .setMessageId("m")
                .setSequence(1)
                .setDeviceTime(deviceTime)
                .setReceivedTime(received)
                .setReadings(List.of())
                .build();
        return fate(TOPICS.observationsRaw(), bed, observation);
    }

    private RecordFate sealed(byte[] content) {
        return fate(TOPICS.messagesSealed(), "m1", new Sealed("MON", "m1", ByteBuffer.wrap(content), IN));
    }

    private <V extends SpecificRecord> RecordFate fate(Topic<V> topic, String key, V value) {
        byte[] bytes = serdes.of(topic).serializer().serialize(topic.name(), value);
        return rules.of(topic.name()).orElseThrow().fate(record(topic.name(), key, bytes));
    }

    private static ConsumerRecord<byte[], byte[]> record(String topic, String key, byte[] value) {
        return new ConsumerRecord<>(topic, 0, 0, key.getBytes(StandardCharsets.UTF_8), value);
    }
}
