package org.vigie.alerts.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.apache.avro.Schema;
import org.apache.avro.file.CodecFactory;
import org.apache.avro.file.DataFileWriter;
import org.apache.avro.generic.GenericDatumWriter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.vigie.platform.command.CommandRunner;
import org.vigie.schemas.Alert;

/** Gives a ledger file that somebody made to do harm to {@code ledger verify}. */
class HostileLedgerFileTest {
    private static final byte[] MARK = new byte[16];
    private static final int NESTED = 20_000;

    @TempDir
    Path folder;

    private final ByteArrayOutputStream file = new ByteArrayOutputStream();
    private final StringWriter printed = new StringWriter();

    @ParameterizedTest
    @ValueSource(strings = {"", "Obj", "{\"alert\": 1}", "Obj\u0001\u00ff\u00fe\u00fd", "\u0000\u00ff\u00c3("})
    void whatIsNoContainerFileIsRefused(String content) throws IOException {
        // when
        int status = verify(content.getBytes(StandardCharsets.ISO_8859_1));

        // then
        assertThat(status).isEqualTo(CommandRunner.COULD_NOT);
        assertThat(printed.toString()).contains("hostile.avro: must be a file of Alert records:");
    }

    @Test
    void aBlockThatAnnouncesTwoGigabytesTakesNoMemory() throws IOException {
        // given
        header("avro.schema", Alert.getClassSchema().toString());
        number(1);
        number(Integer.MAX_VALUE);

        // when, then
        assertThat(verify(file.toByteArray())).isEqualTo(CommandRunner.COULD_NOT);
        assertThat(printed.toString()).contains("bytes of a block: must be 0 to 16777216, was 2147483647");
    }

    @Test
    void aTextThatAnnouncesMoreThanItsBlockIsRefused() throws IOException {
        // given
        header("avro.schema", Alert.getClassSchema().toString());
        block(1, encoded(Integer.MAX_VALUE));

        // when, then
        assertThat(verify(file.toByteArray())).isEqualTo(CommandRunner.COULD_NOT);
        assertThat(printed.toString()).contains("announces 2147483647 bytes or items where 0 bytes are left");
    }

    @Test
    void aBlockWithMoreRecordsThanBytesIsRefused() throws IOException {
        // given
        header("avro.schema", Alert.getClassSchema().toString());
        block(Long.MAX_VALUE, new byte[3]);

        // when, then
        assertThat(verify(file.toByteArray())).isEqualTo(CommandRunner.COULD_NOT);
        assertThat(printed.toString()).contains("records of a block: must be 0 to 3");
    }

    @Test
    void aSchemaThatIsNestedWithoutEndIsRefused() throws IOException {
        // given
        header("avro.schema", "{\"type\":\"array\",\"items\":".repeat(NESTED) + "\"int\"" + "}".repeat(NESTED));

        // when, then
        assertThat(verify(file.toByteArray())).isEqualTo(CommandRunner.COULD_NOT);
        assertThat(printed.toString()).contains("hostile.avro").doesNotContain("\tat ");
    }

    @Test
    void recordsThatAreNestedWithoutEndAreRefused() throws IOException {
        // given
        Schema node = new Schema.Parser()
                .parse("{\"type\":\"record\",\"name\":\"Alert\",\"namespace\":\"org.vigie.schemas\",\"fields\":["
                        + "{\"name\":\"next\",\"type\":[\"null\",\"Alert\"],\"default\":null}]}");
        header("avro.schema", node.toString());
        byte[] each = new byte[1 << 20];
        Arrays.fill(each, (byte) 2); // the second branch of the union, again and again
        block(1, each);

        // when, then
        assertThat(verify(file.toByteArray())).isEqualTo(CommandRunner.COULD_NOT);
        assertThat(printed.toString()).contains("hostile.avro").doesNotContain("\tat ");
    }

    @Test
    void aBlockThatInflatesBeyondTheLimitIsRefused() throws IOException {
        // given
        Path bomb = folder.resolve("bomb.avro");
        try (var writer = new DataFileWriter<>(new GenericDatumWriter<>(Schema.create(Schema.Type.BYTES)))) {
            writer.setCodec(CodecFactory.deflateCodec(9));
            writer.create(Schema.create(Schema.Type.BYTES), bomb.toFile());
            writer.append(ByteBuffer.wrap(new byte[17 << 20]));
        }

        // when, then
        assertThat(Files.size(bomb)).isLessThan(100_000);
        assertThat(verify(Files.readAllBytes(bomb))).isEqualTo(CommandRunner.COULD_NOT);
        assertThat(printed.toString()).contains("bytes of a block: must be 0 to 16777216, was 16777217");
    }

    @Test
    void anotherCompressionIsRefused() throws IOException {
        // given
        header("avro.codec", "snappy");

        // when, then
        assertThat(verify(file.toByteArray())).isEqualTo(CommandRunner.COULD_NOT);
        assertThat(printed.toString()).contains("must be a file of Alert records:");
    }

    private int verify(byte[] content) throws IOException {
        Path hostile = Files.write(folder.resolve("hostile.avro"), content);
        var writer = new PrintWriter(printed);
        return CommandRunner.of(new LedgerCommand(), writer, writer).execute("verify", hostile.toString());
    }

    private void header(String name, String value) throws IOException {
        file.write(new byte[] {'O', 'b', 'j', 1});
        number(1);
        for (String text : List.of(name, value)) {
            byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
            number(bytes.length);
            file.write(bytes);
        }
        number(0);
        file.write(MARK);
    }

    private void block(long records, byte[] content) throws IOException {
        number(records);
        number(content.length);
        file.write(content);
        file.write(MARK);
    }

    private void number(long value) throws IOException {
        file.write(encoded(value));
    }

    private static byte[] encoded(long value) {
        var bytes = new ByteArrayOutputStream();
        long zigzag = (value << 1) ^ (value >> 63);
        for (; (zigzag & ~0x7fL) != 0; zigzag >>>= 7) {
            bytes.write((int) ((zigzag & 0x7f) | 0x80));
        }
        bytes.write((int) zigzag);
        return bytes.toByteArray();
    }
}
