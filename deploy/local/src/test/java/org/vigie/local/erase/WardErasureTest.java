package org.vigie.local.erase;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vigie.gateway.identity.GatewayKeysets;

class WardErasureTest {
    @TempDir
    Path folder;

    @Test
    void aNumberThatCannotBeSearchedForIsRefusedBeforeAnythingIsDestroyed() {
        // given
        GatewayKeysets keys = GatewayKeysets.load(folder);
        String pseudonym = keys.pseudonyms().patient("107").get(0);
        keys.seal().encryptFor(pseudonym, new byte[] {1}, "m1");
        var erasure = new WardErasure(folder.resolve("data"), folder, List.of(), new PrintWriter(new StringWriter()));

        // when, then
        assertThatIllegalArgumentException()
                .isThrownBy(() -> erasure.run("107", List.of()))
                .withMessage("--patient: must have 4 characters or more, was '107'");
        assertThat(folder.resolve("patients")).isNotEmptyDirectory();
        assertThat(folder.resolve("data")).doesNotExist();
    }
}
