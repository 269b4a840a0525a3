package org.vigie.recordings.io;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.vigie.recordings.MalformedRecordingFile;
import org.vigie.recordings.StayRecording;
import org.vigie.recordings.load.RecordingFileReader;
import org.vigie.recordings.load.RecordingFiles;

/** Tests field case 60: byte order marks and other character sets, in every reader of text. */
class TextFileDecoderTest {
    private static final String MARK = "\ufeff";
    private static final String TABLE = "t;FC;T;PLQ\n0;80;36,6;\n1;81;36,7;250\n";
    private static final String MAPPING =
            "column,variable,unit\nt,time,s\nFC,hr,/min\nT,temp,Cel\nPLQ,platelets,10*3/uL\n";

    @TempDir
    Path directory;

    private Path file(String name, String text, Charset charset) throws IOException {
        return Files.write(directory.resolve(name), text.getBytes(charset));
    }

    private static List<Double> values(StayRecording recording) {
        return recording.rows().stream()
                .flatMap(row -> row.values().stream())
                .map(value -> value.value().orElseThrow())
                .toList();
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTF-8", "UTF-16LE", "UTF-16BE"})
    void aTableAndItsMappingMayBeginWithAByteOrderMark(String charset) throws IOException {
        // given
        file("mapping.csv", MARK + MAPPING, Charset.forName(charset));
        Path table = file("a.csv", MARK + TABLE.replace("\n", "\r\n"), Charset.forName(charset));

        // when, then
        assertThat(values(new RecordingFileReader(ZoneOffset.UTC).read(table)))
                .containsExactly(80.0, 36.6, 81.0, 36.7, 250.0);
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTF-8", "UTF-16LE", "UTF-16BE"})
    void soMayPhysionetsTablesAndWfdbsHeaders(String charset) throws IOException {
        // given
        Charset used = Charset.forName(charset);
        file("a.dat", "\u02d0", StandardCharsets.UTF_16LE);
        List<Path> files = List.of(
                file("p1.psv", MARK + "HR|O2Sat\n80|97\n", used),
                file("1.txt", MARK + "Time,Parameter,Value\n00:00,RecordID,7\n00:07,HR,80\n00:07,SaO2,97\n", used),
                file("a.hea", MARK + "a 1 1 1\na.dat 16 9(0)/bpm 16 0 0 0 0 HR\n", used));

        // when, then
        for (Path file : files) {
            assertThat(RecordingFiles.files(directory)).contains(file);
            assertThat(values(new RecordingFileReader(ZoneOffset.UTC).read(file))
                            .get(0))
                    .isEqualTo(80);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"windows-1252", "ISO-8859-15"})
    void anotherCharacterSetIsNamedWithWhatIsExpected(String charset) throws IOException {
        // given
        file("mapping.csv", MAPPING, StandardCharsets.UTF_8);
        Path table = file("a.csv", "t;FC;T;PLQ;fièvre\n0;80;36,6;;\n", Charset.forName(charset));

        // when, then
        assertThatThrownBy(() -> new RecordingFileReader(ZoneOffset.UTC).read(table))
                .isInstanceOf(MalformedRecordingFile.class)
                .hasMessageStartingWith(
                        "a.csv: line 1: byte 0xE8 is not UTF-8; it looks like Windows-1252 or ISO 8859-1 ('è')")
                .hasMessageContaining("UTF-8 is expected");
    }

    @Test
    void aDeclaredCharacterSetIsRead() throws IOException {
        // given
        file("mapping.csv", MAPPING.replace("FC,", "Fréq,") + "*,charset,windows-1252\n", StandardCharsets.UTF_8);
        Path table = file("a.csv", TABLE.replace("FC", "Fréq"), Charset.forName("windows-1252"));

        // when, then
        assertThat(values(new RecordingFileReader(ZoneOffset.UTC).read(table))).contains(80.0, 81.0);
    }

    @Test
    void utf16WithoutAMarkAndUtf32AreRefusedByTheirNames() {
        // given
        byte[] utf16 = TABLE.getBytes(StandardCharsets.UTF_16LE);

        // when, then
        assertThatThrownBy(() -> TextFileDecoder.decode("a.csv", utf16)).hasMessageContaining("looks like UTF-16");
        byte[] utf32 = (MARK + TABLE).getBytes(Charset.forName("UTF-32LE"));
        assertThatThrownBy(() -> TextFileDecoder.decode("a.csv", utf32)).hasMessageContaining("UTF-32");
    }

    @Test
    void anEmptyFileIsNoCharacterSetsFault() throws MalformedRecordingFile {
        assertThat(TextFileDecoder.decode("a.csv", new byte[0])).isEmpty();
    }
}
