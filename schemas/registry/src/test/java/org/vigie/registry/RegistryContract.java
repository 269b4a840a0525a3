package org.vigie.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.confluent.kafka.schemaregistry.avro.AvroSchema;
import io.confluent.kafka.schemaregistry.client.CachedSchemaRegistryClient;
import io.confluent.kafka.schemaregistry.client.SchemaRegistryClient;
import io.confluent.kafka.schemaregistry.client.rest.exceptions.RestClientException;
import java.time.Instant;
import org.apache.kafka.common.serialization.Serde;
import org.junit.jupiter.api.Test;
import org.vigie.schemas.Origin;
import org.vigie.schemas.QuarantineReason;
import org.vigie.schemas.Quarantined;
import org.vigie.schemas.serde.AvroSerdes;
import org.vigie.schemas.serde.SchemaRefusedException;
import org.vigie.schemas.serde.UnreadableRecordException;
import org.vigie.schemas.topic.Topic;
import org.vigie.schemas.topic.TopicCatalogue;

/** Tests what Vigie needs of a registry with Confluent's client, against the embedded registry and against Apicurio. */
abstract class RegistryContract {
    private static final AvroSchema CAT = record("Cat", field("name", "\"string\"", ""));
    private static final AvroSchema CAT_WITH_DEFAULT =
            record("Cat", field("name", "\"string\"", "") + "," + field("lives", "\"int\"", ",\"default\":9"));
    private static final AvroSchema CAT_WITHOUT_DEFAULT =
            record("Cat", field("name", "\"string\"", "") + "," + field("lives", "\"int\"", ""));

    private static int subjects;

    /** Base address. */
    abstract String url();

    @Test
    void aRecordReadsAsItWasWrittenByOthers() {
        // given
        Topic<Quarantined> topic = newNamespace().recordsQuarantined();
        Quarantined record = Quarantined.newBuilder()
                .setOrigin(new Origin("topic", 0, 42L, -1))
                .setReason(QuarantineReason.EMPTY)
                .setDetail("there is no value")
                .setApp("app")
                .setQuarantinedAt(Instant.ofEpochMilli(1))
                .build();

        // when
        byte[] bytes = new AvroSerdes(url()).of(topic).serializer().serialize(topic.name(), record);

        // then
        assertThat(new AvroSerdes(url()).of(topic).deserializer().deserialize(topic.name(), bytes))
                .isEqualTo(record);
    }

    @Test
    void anUnknownSchemaIsTheRecordsFault() {
        // given
        Serde<Quarantined> serde = new AvroSerdes(url()).of(newNamespace().recordsQuarantined());

        // then
        assertThatExceptionOfType(UnreadableRecordException.class)
                .isThrownBy(() -> serde.deserializer().deserialize("t", new byte[] {0, 0, 15, 66, 63, 1}))
                .extracting(UnreadableRecordException::reason)
                .isEqualTo(QuarantineReason.UNKNOWN_SCHEMA);
    }

    @Test
    void anIncompatibleSchemaIsRefusedBeforeAnythingIsWritten() throws Exception {
        // given: the topic once held something else
        Topic<Quarantined> topic = newNamespace().recordsQuarantined();
        client().register(topic.name() + "-value", CAT);

        // then
        assertThatExceptionOfType(SchemaRefusedException.class)
                .isThrownBy(() -> new AvroSerdes(url()).of(topic).serializer().serialize("t", new Quarantined()))
                .withMessageStartingWith("SCHEMA_REFUSED: " + topic.name());
    }

    @Test
    void aSchemaKeepsItsIdAndASecondOneGetsAnother() throws Exception {
        // given
        String subject = newSubject();

        // when
        int first = client().register(subject, CAT);
        int second = client().register(subject, CAT_WITH_DEFAULT);

        // then
        assertThat(client().register(subject, CAT)).isEqualTo(first).isNotEqualTo(second);
        assertThat(client().getSchemaById(second)).isEqualTo(CAT_WITH_DEFAULT);
        assertThat(client().getAllVersions(subject)).containsExactly(1, 2);
        assertThat(client().getVersion(subject, CAT_WITH_DEFAULT)).isEqualTo(2);
        assertThat(client().getId(subject, CAT)).isEqualTo(first);
        assertThat(client().getLatestSchemaMetadata(subject).getId()).isEqualTo(second);
        assertThat(client().getAllSubjects()).contains(subject);
    }

    @Test
    void aFieldWithoutADefaultIsIncompatible() throws Exception {
        // given
        String subject = newSubject();
        client().register(subject, CAT);

        // then
        assertThat(client().testCompatibility(subject, CAT_WITH_DEFAULT)).isTrue();
        assertThat(client().testCompatibility(subject, CAT_WITHOUT_DEFAULT)).isFalse();
        assertThat(refusal(() -> client().register(subject, CAT_WITHOUT_DEFAULT))
                        .getStatus())
                .isEqualTo(409);
    }

    @Test
    void aMissingSubjectOrSchemaIsReportedWithConfluentsCode() throws Exception {
        // given
        String subject = newSubject();
        client().register(subject, CAT);

        // then
        assertThat(refusal(() -> client().getLatestSchemaMetadata("nobody")).getErrorCode())
                .isEqualTo(40401);
        assertThat(refusal(() -> client().getSchemaMetadata(subject, 7)).getErrorCode())
                .isEqualTo(40402);
        assertThat(refusal(() -> client().getSchemaById(999_999)).getErrorCode())
                .isEqualTo(40403);
        assertThat(refusal(() -> client().getVersion(subject, CAT_WITH_DEFAULT)).getErrorCode())
                .isEqualTo(40403);
    }

    final SchemaRegistryClient client() {
        return new CachedSchemaRegistryClient(url(), 10);
    }

    static RestClientException refusal(org.assertj.core.api.ThrowableAssert.ThrowingCallable call) {
        return catchThrowableOfType(RestClientException.class, call);
    }

    static String newSubject() {
        return "cats-" + subjects++ + "-value";
    }

    private static TopicCatalogue newNamespace() {
        return TopicCatalogue.in("contract-" + subjects++, 1);
    }

    static AvroSchema record(String name, String fields) {
        return new AvroSchema("{\"type\":\"record\",\"name\":\"" + name + "\",\"fields\":[" + fields + "]}");
    }

    static String field(String name, String type, String rest) {
        return "{\"name\":\"" + name + "\",\"type\":" + type + rest + "}";
    }
}
