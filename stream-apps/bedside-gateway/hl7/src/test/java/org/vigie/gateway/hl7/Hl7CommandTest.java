package org.vigie.gateway.hl7;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/** Tests {@code ./vigie hl7 read}. */
class Hl7CommandTest {
    private static final String HEART_RATE = Hl7TestMessages.oru("OBX|1|NM|8867-4^HR^LN||72|/min|||||F");

    private final StringWriter out = new StringWriter();

    @TempDir
    Path folder;

    @Test
    void aFileWithAFramedAndAPlainMessageHasTwoLines() throws IOException {
        // given
        Path framed = file("framed.hl7", "\u000b" + HEART_RATE + "\u001c\r");
        Path plain = file("plain.hl7", HEART_RATE.replace('\r', '\n'));

        // when
        int code = read(framed.toString(), plain.toString());

        // then
        assertThat(code).isZero();
        assertThat(out.toString().lines())
                .hasSize(2)
                .allSatisfy(line -> assertThat(line)
                        .contains("\"ack\":\"AA\"", "\"bed\":\"REA/21\"", "\"variable\":\"hr\",\"value\":72.0"));
    }

    @Test
    void aFileThatIsNoMessageIsALineWithTheReason() throws IOException {
        // when
        int code = read(file("photo.jpg", "\u00ff\u00d8\u00ff").toString());

        // then
        assertThat(code).isZero();
        assertThat(out.toString()).contains("\"ack\":\"AR\"", "\"error\":\"MSH", "\"observations\":[]");
    }

    @Test
    void theZoneIsThatOfTimesWithoutOne() throws IOException {
        // given
        String local = HEART_RATE.replace("+0200", "");

        // when
        read("--zone", "Asia/Tokyo", file("local.hl7", local).toString());

        // then
        assertThat(out.toString()).contains("\"time\":\"2026-06-10T02:59:55Z\"");
    }

    private Path file(String name, String text) throws IOException {
        return Files.writeString(folder.resolve(name), text);
    }

    private int read(String... files) {
        String[] arguments = new String[files.length + 1];
        arguments[0] = "read";
        System.arraycopy(files, 0, arguments, 1, files.length);
        return new CommandLine(new Hl7Command())
                .setOut(new PrintWriter(out, true))
                .execute(arguments);
    }
}
