package org.vigie.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StoreAccountTest {
    @TempDir
    Path directory;

    @Test
    void aPasswordIsMadeOnceAndKept() throws IOException {
        // given
        StoreAccount admin = StoreAccount.admin(directory);
        admin.create();
        String first = admin.password();
        // when
        admin.create();
        // then
        assertThat(first).hasSize(32);
        assertThat(admin.password()).isEqualTo(first);
    }

    @Test
    void twoUsersHaveTwoPasswords() throws IOException {
        // when
        StoreAccount.admin(directory).create();
        StoreAccount.reader(directory).create();
        // then
        assertThat(StoreAccount.admin(directory).password())
                .isNotEqualTo(StoreAccount.reader(directory).password());
    }

    @Test
    void onlyTheOwnerMayReadAPassword() throws IOException {
        // given
        StoreAccount reader = StoreAccount.reader(directory);
        // when
        reader.create();
        // then
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(reader.passwordFile())))
                .isEqualTo("rw-------");
        assertThat(PosixFilePermissions.toString(
                        Files.getPosixFilePermissions(reader.passwordFile().getParent())))
                .isEqualTo("rwx------");
    }

    @Test
    void aFileThatOthersCouldReadIsClosedToThem() throws IOException {
        // given
        StoreAccount reader = StoreAccount.reader(directory);
        reader.create();
        Files.setPosixFilePermissions(reader.passwordFile(), PosixFilePermissions.fromString("rw-r--r--"));
        // when
        reader.create();
        // then
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(reader.passwordFile())))
                .isEqualTo("rw-------");
    }

    @Test
    void anEmptyPasswordIsReplaced() throws IOException {
        // given
        StoreAccount reader = StoreAccount.reader(directory);
        reader.create();
        Files.writeString(reader.passwordFile(), "\n");
        // when
        reader.create();
        // then
        assertThat(reader.password()).hasSize(32);
    }

    @Test
    void theHeaderNamesUserAndPassword() throws IOException {
        // given
        StoreAccount admin = StoreAccount.admin(directory);
        admin.create();
        // when
        String login = admin.authorization();
        // then
        assertThat(login).startsWith("Basic ");
        assertThat(new String(Base64.getDecoder().decode(login.substring(6)), StandardCharsets.UTF_8))
                .isEqualTo("admin:" + admin.password());
    }

    @Test
    void aStoreThatWasNeverStartedHasNoPassword() {
        assertThatThrownBy(() -> StoreAccount.admin(directory).password())
                .isInstanceOf(StoreException.class)
                .hasMessageContaining("password of the store's user admin cannot be read")
                .hasMessageContaining("start the store once");
    }

    @Test
    void theTextOfAnAccountHoldsNoSecret() throws IOException {
        // given
        StoreAccount admin = StoreAccount.admin(directory);
        admin.create();
        // then
        assertThat(admin.toString()).contains("admin").doesNotContain(admin.password());
    }
}
