package org.vigie.inference.bundle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Opens bundles whose boosted trees were changed to do harm, with a card that fits. */
class HostileTreesTest {
    private static final Path SHIPPED =
            Path.of(System.getProperty("vigie.repository"), "model-server/models/survival/2");
    private static final String TREES = "trees.ubj";
    /** Bytes between the name of a list of numbers and its first number: {@code [$l#L} and the count. */
    private static final int LIST_HEADER = 5 + Long.BYTES;

    @TempDir
    Path folder;

    private byte[] trees;

    @BeforeEach
    void copyTheShippedBundle() throws IOException {
        for (String file : new String[] {ModelBundle.SAVED_MODEL, ModelBundle.CARD, TREES}) {
            Files.copy(SHIPPED.resolve(file), folder.resolve(file));
        }
        trees = Files.readAllBytes(folder.resolve(TREES));
    }

    @ParameterizedTest
    @CsvSource({
        "left_children, 2147483647",
        "left_children, 0",
        "right_children, -7",
        "split_indices, 246",
        "split_indices, -1"
    })
    void aChildOrAFeatureThatDoesNotExistIsRefused(String list, int number) throws IOException {
        // when
        ByteBuffer.wrap(trees).putInt(firstNumberOf(list), number);
        write();

        // then
        assertUnsafe("trees.ubj holds tree 0, whose nodes do not fit together");
    }

    @Test
    void aListThatAnnouncesMoreThanTheFileHoldsTakesNoMemory() throws IOException {
        // when
        ByteBuffer.wrap(trees).putLong(firstNumberOf("left_children") - Long.BYTES, Long.MAX_VALUE);
        write();

        // then
        assertThatThrownBy(() -> ModelBundle.open(folder))
                .hasMessageContaining("trees.ubj is no file of trees: announces more than it holds");
    }

    @Test
    void aFileThatEndsEarlyOrIsNestedWithoutEndIsRefused() throws IOException {
        // given
        trees = new byte[] {'{', 'L'};
        write();
        assertThatThrownBy(() -> ModelBundle.open(folder)).hasMessageContaining("is no file of trees: ends early");

        // when
        trees = "{U\u0001a".concat("[".repeat(10_000)).getBytes(StandardCharsets.ISO_8859_1);
        write();

        // then
        assertThatThrownBy(() -> ModelBundle.open(folder)).hasMessageContaining("is nested more than 32 deep");
    }

    @Test
    void aDocumentThatEndsWhereAnObjectOrAListBeginsIsRefused() throws IOException {
        for (String content : new String[] {"{", "{U\u0001a[", "{U\u0001a[$l", "{U\u0001a[#"}) {
            // when
            trees = content.getBytes(StandardCharsets.ISO_8859_1);
            write();

            // then
            assertDamaged("trees.ubj is no file of trees: ends early");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"T", "F", "Z", "N"})
    void aListWhoseItemsTakeNoBytesIsRefused(String type) throws IOException {
        // given
        byte[] start = ("{U\u0001a[$" + type + "#l").getBytes(StandardCharsets.ISO_8859_1);

        // when
        trees = ByteBuffer.allocate(1 << 20).put(start).putInt(1_000_000).array();
        write();

        // then
        assertDamaged("holds a list of the type " + type + ", whose items take no bytes");
    }

    @Test
    void aDocumentOfMoreThanEightMillionItemsIsRefused() {
        // given
        byte[] document = "{U\u0001a[".concat("T".repeat(8_000_001)).getBytes(StandardCharsets.ISO_8859_1);

        // when, then
        assertThatThrownBy(() -> UbjReader.read(document))
                .isInstanceOf(IOException.class)
                .hasMessage("holds more than 8000000 items");
    }

    @Test
    void anEnsembleThatReadsAFileOutsideTheBundleIsRefused() throws IOException {
        // given
        Path card = folder.resolve(ModelBundle.CARD);
        String text = Files.readString(card);

        // when
        Files.writeString(card, text.replaceAll("\"file\"( ?: ?)\"trees.ubj\"", "\"file\"$1\"../outside/trees.ubj\""));

        // then
        assertThat(Files.readString(card)).isNotEqualTo(text);
        assertUnsafe("its ensemble reads '../outside/trees.ubj', whose digest its card does not hold");
    }

    private int firstNumberOf(String list) {
        int name = new String(trees, StandardCharsets.ISO_8859_1).indexOf(list + "[$l#L");
        assertThat(name).as(list).isPositive();
        return name + list.length() + LIST_HEADER;
    }

    /** Writes the trees and their digests into the card. */
    private void write() throws IOException {
        Path card = folder.resolve(ModelBundle.CARD);
        ModelCard before = ModelCard.read(card);
        Files.write(folder.resolve(TREES), trees);
        String digest = Sha256Digest.of(folder.resolve(TREES)).hex();
        var files = new TreeMap<>(before.files());
        String old = files.put(TREES, digest);
        Files.writeString(
                card,
                Files.readString(card)
                        .replace(old, digest)
                        .replace(before.digest(), Sha256Digest.ofAll(files).hex()));
    }

    private void assertUnsafe(String problem) {
        assertRefused(ModelException.ModelErrorCode.UNSAFE_BUNDLE, problem);
    }

    private void assertDamaged(String problem) {
        assertRefused(ModelException.ModelErrorCode.DAMAGED_BUNDLE, problem);
    }

    /** A server that loads a folder of models skips a bundle with this exception, and no other one. */
    private void assertRefused(ModelException.ModelErrorCode code, String problem) {
        assertThatThrownBy(() -> ModelBundle.open(folder))
                .isInstanceOfSatisfying(
                        ModelException.class,
                        refusal -> assertThat(refusal.code()).isEqualTo(code))
                .hasMessageContaining(problem);
    }
}
