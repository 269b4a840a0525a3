package org.vigie.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class RestartSequenceTest {
    private final List<String> done = new ArrayList<>();
    private final Set<String> refused = new HashSet<>();

    @Test
    void everyPartIsChangedInItsTurn() throws InterruptedException {
        // when, then
        assertThat(sequence().run()).isEmpty();
        assertThat(done).containsExactly("change station", "change risk-flink", "change vitals-streams");
    }

    @Test
    void whenOnePartFailsItAndThoseBeforeItAreTakenBackTheNewestFirst() throws InterruptedException {
        // given
        refused.add("change risk-flink");

        // when, then
        assertThat(sequence().run())
                .contains("risk-flink does not work with the next build (change risk-flink: its log says why)."
                        + " Restarted with the build of before: risk-flink, station");
        assertThat(done)
                .containsExactly("change station", "change risk-flink", "take back risk-flink", "take back station");
    }

    @Test
    void aPartThatIsNotTakenBackKeepsNoOtherFromIt() {
        // given
        refused.addAll(List.of("change vitals-streams", "take back risk-flink"));

        // when, then
        assertThatThrownBy(() -> sequence().run())
                .isInstanceOf(IllegalStateException.class)
                .hasMessage(
                        "vitals-streams does not work with the next build (change vitals-streams: its log says why),"
                                + " and these do not work with the build of before either:"
                                + " risk-flink (take back risk-flink: its log says why)");
        assertThat(done).endsWith("take back vitals-streams", "take back risk-flink", "take back station");
    }

    private RestartSequence sequence() {
        return new RestartSequence(
                List.of(new NamedStep("station"), new NamedStep("risk-flink"), new NamedStep("vitals-streams")));
    }

    private final class NamedStep implements RestartStep {
        private final String name;

        NamedStep(String name) {
            this.name = name;
        }

        @Override
        public String name() {
            return name;
        }

        @Override
        public void change() {
            act("change ");
        }

        @Override
        public void takeBack() {
            act("take back ");
        }

        private void act(String verb) {
            done.add(verb + name);
            if (refused.contains(verb + name)) {
                throw new IllegalStateException(verb + name + ": its log says why");
            }
        }
    }
}
