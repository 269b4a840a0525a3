package org.vigie.schemas.bed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Tests which names of beds are safe and how unsafe names are replaced. */
class BedNameTest {
    private static final List<String> UNSAFE = List.of(
            "REA/21\nREA/22",
            "REA\r21",
            "REA\u000021",
            "REA/../21",
            "../../etc/passwd",
            "REA\\21",
            "<script>alert(1)</script>",
            "REA&21",
            "REA\"21'",
            "REA/\u202e12",
            "REA/2\u200b1",
            "REA/21\ufeff!",
            "REA/\ud83d",
            "REA/\udca9",
            "REA/\u3164",
            "REA/21~0123456789abcdef",
            "REA/21?",
            "?",
            "/21",
            "REA/",
            "REA//21",
            ".",
            "a/b/c/d/e",
            "%0a",
            "x".repeat(65),
            "é/".repeat(5_000));

    @ParameterizedTest
    @ValueSource(strings = {"REA/03", "4E/136-B", "10", "Réa 2/lit 3", "SI (nord)/12°", "ICU/01", "A/B/C/D", "リハビリ/3"})
    void aWellFormedNameIsUsedAsItIs(String name) {
        assertThat(BedName.isWellFormed(name)).isTrue();
        assertThat(new BedName(name)).hasToString(name);
        assertThat(BedName.unknown(name).value()).isEqualTo(name + "?");
    }

    @Test
    void whatIsUnsafeGetsAMarkedNameOfSafeCharactersThatIsSafeItself() {
        // when, then
        assertThat(UNSAFE).allSatisfy(sent -> {
            assertThat(BedName.isWellFormed(sent)).isFalse();
            String name = BedName.unknown(sent).value();
            assertThat(name)
                    .matches("[\\p{L}\\p{N} _.:+#()°/-]+~[0-9a-f]{16}\\?")
                    .hasSizeLessThanOrEqualTo(64);
            assertThat(name).doesNotContain("..", "//");
            assertThat(BedName.isSafe(name)).isTrue();
            assertThat(BedName.isUnknown(name)).isTrue();
        });
    }

    @Test
    void twoNamesThatWereSentDifferentlyAreNeverOne() {
        // given
        Set<String> names = new HashSet<>();

        // when
        UNSAFE.forEach(sent -> names.add(BedName.unknown(sent).value()));

        // then
        assertThat(names).hasSameSizeAs(UNSAFE);
        String once = BedName.unknown("REA\n21").value();
        assertThat(BedName.unknown(once).value()).isNotEqualTo(once);
    }

    @Test
    void blanksAroundANameAndDecomposedLettersAreNoOtherBed() {
        assertThat(BedName.normalized(" Re\u0301a/1\r\n")).isEqualTo("R\u00e9a/1");
        assertThat(BedName.unknown("REA/1\n")).isEqualTo(BedName.unknown("REA/1"));
    }

    @Test
    void anyInputGivesASafeName() {
        // given
        Random random = new Random(20261128);

        // when, then
        for (int i = 0; i < 20_000; i++) {
            StringBuilder sent = new StringBuilder("r");
            int length = random.nextInt(70);
            for (int j = 0; j < length; j++) {
                sent.append((char) (random.nextInt(4) == 0 ? random.nextInt(0x10000) : random.nextInt(0x80)));
            }
            assertThat(BedName.isSafe(BedName.unknown(sent.toString()).value())).isTrue();
        }
    }

    @Test
    void anUnsafeNameIsRefusedWithoutQuotingIt() {
        assertThatThrownBy(() -> new BedName("REA\n21"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("UNIT/BED")
                .hasMessageNotContaining("\n");
    }
}
