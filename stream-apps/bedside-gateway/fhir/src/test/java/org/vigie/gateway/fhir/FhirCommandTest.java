package org.vigie.gateway.fhir;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/** Tests {@code ./vigie fhir read}. */
class FhirCommandTest {
    private static final String HEART_RATE = "{\"resourceType\":\"Observation\",\"status\":\"final\","
            + "\"code\":{\"coding\":[{\"system\":\"http://loinc.org\",\"code\":\"8867-4\"}]},"
            + "\"effectiveDateTime\":\"2026-03-05T08:15:00\",\"valueQuantity\":{\"value\":80,\"code\":\"/min\"}}";

    private final StringWriter out = new StringWriter();

    @TempDir
    Path folder;

    @Test
    void aFileIsOneLineHoweverManyResourcesItHolds() throws IOException {
        // given
        Path file = Files.writeString(folder.resolve("two.ndjson"), HEART_RATE + "\n" + HEART_RATE + "\n");

        // when
        int code = read(file.toString());

        // then
        assertThat(code).isZero();
        assertThat(out.toString().lines())
                .singleElement()
                .satisfies(line -> assertThat(line).contains("\"ack\":\"200\"", "\"variable\":\"hr\",\"value\":80.0"));
    }

    @Test
    void theZoneIsThatOfTimesWithoutOne() throws IOException {
        // given
        Path file = Files.writeString(folder.resolve("hr.json"), HEART_RATE);

        // when
        read("--zone", "Asia/Tokyo", file.toString());

        // then
        assertThat(out.toString()).contains("\"time\":\"2026-03-04T23:15:00Z\"");
    }

    @Test
    void aRefusedResourceIsALineWithTheReason() throws IOException {
        // given
        Path file = Files.writeString(folder.resolve("bad.json"), HEART_RATE.replace("\"status\":\"final\",", ""));

        // when
        int code = read(file.toString());

        // then
        assertThat(code).isZero();
        assertThat(out.toString()).contains("\"ack\":\"422\"", "Observation.status: required");
    }

    private int read(String... files) {
        String[] arguments = new String[files.length + 1];
        arguments[0] = "read";
        System.arraycopy(files, 0, arguments, 1, files.length);
        return new CommandLine(new FhirCommand())
                .setOut(new PrintWriter(out, true))
                .execute(arguments);
    }
}
