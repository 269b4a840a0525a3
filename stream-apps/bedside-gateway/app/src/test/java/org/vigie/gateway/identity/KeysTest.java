package org.vigie.gateway.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KeysTest {
    private static final byte[] NAME = "ORMEAU".getBytes(StandardCharsets.UTF_8);

    @TempDir
    Path directory;

    @Test
    void theSameNumberHasTheSamePseudonymAfterARestart() {
        String before = Keys.in(directory).pseudonyms().patient("4410077").get(0);

        assertThat(Keys.in(directory).pseudonyms().patient("4410077")).containsExactly(before);
        assertThat(before).matches("p-[0-9a-f]{24}").doesNotContain("4410077");
    }

    @Test
    void aPatientAndAStayOfTheSameNumberAreTold() {
        Pseudonyms pseudonyms = Keys.in(directory).pseudonyms();

        assertThat(pseudonyms.stay("7").get(0).substring(2))
                .isNotEqualTo(pseudonyms.patient("7").get(0).substring(2));
    }

    @Test
    void otherKeysGiveOtherPseudonyms(@TempDir Path other) {
        assertThat(Keys.in(other).pseudonyms().patient("7"))
                .isNotEqualTo(Keys.in(directory).pseudonyms().patient("7"));
    }

    @Test
    void renewedKeysStillKnowTheOldPseudonymAndOpenWhatWasSealed() {
        // given
        String before = Keys.in(directory).pseudonyms().patient("7").get(0);
        byte[] sealed = Keys.in(directory).seal().close(NAME, before);

        // when
        Keys.rotate(directory);

        // then
        Keys renewed = Keys.in(directory);
        assertThat(renewed.pseudonyms().patient("7")).hasSize(2).last().isEqualTo(before);
        assertThat(renewed.seal().open(sealed, before)).isEqualTo(NAME);
    }

    @Test
    void whatIsSealedUnderOneNameOpensUnderNoOther() {
        Seal seal = Keys.in(directory).seal();
        byte[] sealed = seal.close(NAME, "p-1");

        assertThat(new String(sealed, StandardCharsets.ISO_8859_1)).doesNotContain("ORMEAU");
        assertThatIllegalArgumentException().isThrownBy(() -> seal.open(sealed, "p-2"));
    }

    @Test
    void nobodyElseMayReadTheKeys() throws IOException {
        Keys.in(directory);

        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(directory.resolve("pseudonyms.json"))))
                .isEqualTo("rw-------");
    }
}
