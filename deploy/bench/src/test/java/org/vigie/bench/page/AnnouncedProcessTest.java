package org.vigie.bench.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class AnnouncedProcessTest {
    @Test
    void aScriptIsEndedTogetherWithTheProgramThatItStarted() throws Exception {
        // given
        var program = script("sleep 600 & echo 'ready at http://127.0.0.1:7/'; wait");
        AnnouncedProcess running = AnnouncedProcess.start(program, "ready at ", Duration.ofMinutes(3));
        List<ProcessHandle> children = running.process().descendants().toList();
        // when
        running.close();
        // then
        assertThat(running.address()).isEqualTo(URI.create("http://127.0.0.1:7/"));
        assertThat(children).hasSize(1);
        assertThat(children.get(0).onExit()).succeedsWithin(Duration.ofMinutes(10));
        assertThat(running.process().isAlive()).isFalse();
    }

    @Test
    void aProgramThatEndsWithoutAnAddressIsSaidToHaveEnded() {
        assertThatThrownBy(() -> AnnouncedProcess.start(script("echo nothing"), "ready at ", Duration.ofMinutes(3)))
                .hasRootCauseMessage("the program ended before it announced its address");
    }

    private static ProcessBuilder script(String text) {
        return new ProcessBuilder("sh", "-c", text);
    }
}
