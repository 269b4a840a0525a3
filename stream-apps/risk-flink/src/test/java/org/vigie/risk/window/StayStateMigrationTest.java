package org.vigie.risk.window;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.avro.Schema;
import org.apache.avro.generic.GenericData;
import org.apache.avro.generic.GenericDatumWriter;
import org.apache.flink.api.common.serialization.SerializerConfigImpl;
import org.apache.flink.core.memory.DataInputViewStreamWrapper;
import org.apache.flink.core.memory.DataOutputViewStreamWrapper;
import org.apache.flink.formats.avro.typeutils.AvroSerializerSnapshot;
import org.apache.flink.formats.avro.typeutils.AvroTypeInfo;
import org.apache.flink.formats.avro.utils.DataOutputEncoder;
import org.apache.flink.util.StringUtils;
import org.junit.jupiter.api.Test;
import org.vigie.schemas.AdministrativeSexRecord;
import org.vigie.schemas.Stay;
import org.vigie.schemas.UnitTypeRecord;

/**
 * Tests that a checkpoint of release 0.1.0 is read, although its enums have other names. A checkpoint holds each stay
 * with the schema of its writer.
 */
class StayStateMigrationTest {
    private static final Path RELEASED = Path.of("../../schemas/src/test/resources/released/0.1.0/BedStays.avsc");

    @Test
    void aStayOfACheckpointOfAReleaseIsRead() throws IOException {
        // given: the serializer's snapshot and one stay, as 0.1.0 wrote them
        Schema old = new Schema.Parser()
                .parse(Files.readString(RELEASED))
                .getField("stays")
                .schema()
                .getElementType();
        var snapshot = new AvroSerializerSnapshot<Stay>();
        snapshot.readSnapshot(3, input(snapshotBytes(old)), Stay.class.getClassLoader());

        // when
        var compatibility = new AvroTypeInfo<>(Stay.class)
                .createSerializer(new SerializerConfigImpl())
                .snapshotConfiguration()
                .resolveSchemaCompatibility(snapshot);
        Stay read = snapshot.restoreSerializer().deserialize(input(stayBytes(old)));

        // then
        assertThat(compatibility.isIncompatible()).isFalse();
        assertThat(read.getStay()).isEqualTo("stay-1");
        assertThat(read.getSex()).isEqualTo(AdministrativeSexRecord.FEMALE);
        assertThat(read.getUnitKind()).isEqualTo(UnitTypeRecord.SURGICAL);
    }

    private static byte[] snapshotBytes(Schema old) throws IOException {
        var bytes = new ByteArrayOutputStream();
        var out = new DataOutputViewStreamWrapper(bytes);
        StringUtils.writeString(Stay.class.getName(), out);
        StringUtils.writeString(old.toString(), out);
        return bytes.toByteArray();
    }

    private static byte[] stayBytes(Schema old) throws IOException {
        var stay = new GenericData.Record(old);
        stay.put("stay", "stay-1");
        stay.put("patient", "p");
        stay.put("bed", "REA/1");
        stay.put("from", 0L);
        stay.put("admittedAt", 0L);
        stay.put("sex", new GenericData.EnumSymbol(old.getField("sex").schema(), "FEMALE"));
        stay.put("unitKind", new GenericData.EnumSymbol(old.getField("unitKind").schema(), "SURGICAL"));
        var bytes = new ByteArrayOutputStream();
        var encoder = new DataOutputEncoder(); // Flink's own form of Avro
        encoder.setOut(new DataOutputViewStreamWrapper(bytes));
        new GenericDatumWriter<GenericData.Record>(old).write(stay, encoder);
        return bytes.toByteArray();
    }

    private static DataInputViewStreamWrapper input(byte[] bytes) {
        return new DataInputViewStreamWrapper(new ByteArrayInputStream(bytes));
    }
}
