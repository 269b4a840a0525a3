package org.vigie.recordings.io;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vigie.recordings.MalformedRecordingFile;

class TarArchiveReaderTest {
    private static final int BLOCK = 512;

    @TempDir
    Path directory;

    private final ByteArrayOutputStream tar = new ByteArrayOutputStream();

    @Test
    void plainFilesAreHandedOverInTheirOrderAndFoldersAreNot() throws IOException {
        // given: texts that fill no block, one block, and more than one
        add("set/", '5', "");
        add("set/a.txt", '0', "a");
        add("set/b.txt", '0', "b".repeat(BLOCK));
        add("set/c.txt", '\0', "é".repeat(BLOCK));

        // when
        List<String> found = read(Integer.MAX_VALUE);

        // then
        assertThat(found)
                .containsExactly("set/a.txt a", "set/b.txt " + "b".repeat(BLOCK), "set/c.txt " + "é".repeat(BLOCK));
    }

    @Test
    void nothingIsReadBehindTheFileThatWasEnough() throws IOException {
        // given: the second file is damaged
        add("a.txt", '0', "a");
        tar.writeBytes(header("b.txt", '0', "not a size"));

        // when, then
        assertThat(read(1)).containsExactly("a.txt a");
    }

    @Test
    void aSizeThatIsNoNumberIsRefusedWithTheArchiveAndTheFile() {
        // given
        tar.writeBytes(header("a.txt", '0', "not a size"));

        // when, then
        assertThatThrownBy(() -> read(1))
                .isInstanceOf(MalformedRecordingFile.class)
                .hasMessageContaining("set.tar.gz")
                .hasMessageEndingWith("size of a.txt must be an octal number below 1 GiB, was 'not a size'");
    }

    @Test
    void anArchiveThatWasCutOffIsRefusedWithTheFileInWhichItEnds() {
        // given
        tar.writeBytes(header("a.txt", '0', "11610"));
        tar.writeBytes(new byte[100]);

        // when, then
        assertThatThrownBy(() -> read(1)).isInstanceOf(EOFException.class).hasMessageEndingWith("ends within a.txt");
    }

    private List<String> read(int most) throws IOException {
        Path archive = directory.resolve("set.tar.gz");
        try (var out = new GZIPOutputStream(Files.newOutputStream(archive))) {
            out.write(tar.toByteArray());
            out.write(new byte[2 * BLOCK]);
        }
        List<String> found = new ArrayList<>();
        TarArchiveReader.read(archive, (name, text) -> {
            found.add(name + " " + text);
            return found.size() < most;
        });
        return found;
    }

    private void add(String name, char kind, String text) {
        byte[] content = text.getBytes(StandardCharsets.UTF_8);
        tar.writeBytes(header(name, kind, Integer.toOctalString(content.length)));
        tar.writeBytes(content);
        tar.writeBytes(new byte[(BLOCK - content.length % BLOCK) % BLOCK]);
    }

    private static byte[] header(String name, char kind, String size) {
        byte[] header = new byte[BLOCK];
        System.arraycopy(name.getBytes(StandardCharsets.US_ASCII), 0, header, 0, name.length());
        System.arraycopy(size.getBytes(StandardCharsets.US_ASCII), 0, header, 124, size.length());
        header[156] = (byte) kind;
        return header;
    }
}
