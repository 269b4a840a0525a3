package org.vigie.gateway.read;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vigie.gateway.intake.MessageOutcome;
import picocli.CommandLine;
import picocli.CommandLine.Command;

class MessageReadCommandTest {
    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @TempDir
    Path folder;

    /** Takes each line of a file for a message; the answer names the time zone. */
    @Command(name = "read")
    static final class LineReadCommand extends MessageReadCommand {
        @Override
        protected MessageFileReader reader(ZoneId assumed) {
            return content -> new String(content, StandardCharsets.UTF_8)
                    .lines()
                    .map(line -> MessageOutcome.refused("AR", line + " in " + assumed));
        }
    }

    @Test
    void eachMessageOfEachFileIsOneLine() throws IOException {
        // given
        Path two = file("two.txt", "a\nb\n");
        Path one = file("one.txt", "c");

        // when
        int code = read(two.toString(), one.toString());

        // then
        assertThat(code).isZero();
        assertThat(out.toString().lines())
                .satisfiesExactly(
                        line -> assertThat(line).contains("two.txt", "a in Europe/Paris"),
                        line -> assertThat(line).contains("two.txt", "b in Europe/Paris"),
                        line -> assertThat(line).contains("one.txt", "c in Europe/Paris"));
        assertThat(err.toString()).isEmpty();
    }

    @Test
    void theTimeZoneOfTimesWithoutOneCanBeGiven() throws IOException {
        // when
        read("--zone", "Asia/Tokyo", file("one.txt", "a").toString());

        // then
        assertThat(out.toString()).contains("a in Asia/Tokyo");
    }

    @Test
    void aFileThatIsNotThereIsNamedAndTheOthersAreRead() throws IOException {
        // given
        Path there = file("one.txt", "a");
        Path absent = folder.resolve("absent.txt");

        // when
        int code = read(absent.toString(), there.toString());

        // then
        assertThat(code).isEqualTo(1);
        assertThat(err.toString())
                .isEqualToIgnoringNewLines(
                        "read: FILE: " + absent + ": there is no such file; expected a file with messages");
        assertThat(out.toString()).contains("a in Europe/Paris");
    }

    @Test
    void aFolderInPlaceOfAFileIsNamed() {
        // when
        int code = read(folder.toString());

        // then
        assertThat(code).isEqualTo(2);
        assertThat(err.toString()).contains(folder + ": cannot be read: ");
        assertThat(out.toString()).isEmpty();
    }

    @Test
    void anEmptyFileIsReadAndHasNoLine() throws IOException {
        // when
        int code = read(file("empty.txt", "").toString());

        // then
        assertThat(code).isZero();
        assertThat(out.toString()).isEmpty();
    }

    @Test
    void withoutAFileTheCommandSaysWhatIsMissing() {
        assertThat(read()).isEqualTo(2);
        assertThat(err.toString()).contains("FILE");
    }

    private Path file(String name, String text) throws IOException {
        return Files.writeString(folder.resolve(name), text);
    }

    private int read(String... arguments) {
        return Stream.of(new CommandLine(new LineReadCommand()))
                .map(command -> command.setOut(new PrintWriter(out, true)).setErr(new PrintWriter(err, true)))
                .mapToInt(command -> command.execute(arguments))
                .sum();
    }
}
