package org.vigie.alerts.sweep;

import static org.assertj.core.api.Assertions.assertThat;

import io.confluent.kafka.schemaregistry.client.MockSchemaRegistryClient;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.vigie.alerts.evaluate.StayEvaluators;
import org.vigie.alerts.evaluate.StayWatchConfig;
import org.vigie.alerts.state.AlertStateStore;
import org.vigie.alerts.state.StayAlertState;
import org.vigie.platform.state.StatePartStore;
import org.vigie.schemas.serde.AvroSerdes;
import org.vigie.schemas.topic.TopicCatalogue;
import org.vigie.signal.alarm.rules.AlarmRuleCatalogue;
import org.vigie.signal.alarm.rules.RulesInForce;

/** Tests that a sweep reads the state of the stays that are due, and of no other stay. */
class SweepOfDueStaysTest {
    private static final List<String> STAYS = List.of("stay-1", "stay-2", "stay-3");

    private final List<String> read = new ArrayList<>();
    private final StaySweeper sweeper = new StaySweeper(
            StayWatchConfig.defaults(),
            StayEvaluators.of(
                    StayWatchConfig.defaults(),
                    RulesInForce.always(AlarmRuleCatalogue.adultIcu()),
                    state -> Optional.empty()),
            new StayDirectory(TopicCatalogue.in("test", 1), new AvroSerdes(new MockSchemaRegistryClient())),
            new AlertStateStore(recordingStore()),
            (raw, now) -> now);

    @Test
    void theFirstSweepReadsEveryStayAndTheNextOneReadsNone() {
        // when
        List<String> first = sweep(5_000);
        List<String> second = sweep(10_000);

        // then
        assertThat(first).containsAll(STAYS);
        assertThat(second).isEmpty();
    }

    @Test
    void aStayThatHasBecomeQuietIsReadAloneAndOnce() {
        // given
        sweep(5_000);
        sweeper.recordArrived("stay-2", 9_000);

        // when
        List<String> whileItSends = sweep(10_000);
        List<String> quiet = sweep(15_000);

        // then
        assertThat(whileItSends).isEmpty();
        assertThat(quiet).isNotEmpty().containsOnly("stay-2");
        assertThat(sweep(20_000)).isEmpty();
    }

    @Test
    void aSweepOfManyStaysGoesOnWhereItsFirstPartEnded() {
        // given
        sweeper.begin(5_000, (stay, output) -> {});

        // when
        List<String> parts = new ArrayList<>();
        while (sweeper.hasWaiting()) {
            read.clear();
            sweeper.checkNext(5_000 + parts.size(), 1, (stay, output) -> {});
            parts.add(String.join(" ", Set.copyOf(read)));
        }

        // then
        assertThat(parts).containsExactlyElementsOf(STAYS);
        assertThat(sweep(10_000)).isEmpty();
    }

    @Test
    void afterAHaltTheNextSweepChecksTheStaysThatWaited() {
        // given
        sweeper.begin(5_000, (stay, output) -> {});
        sweeper.checkNext(5_000, 1, (stay, output) -> {});

        // when
        sweeper.resumed(20_000);

        // then
        assertThat(sweeper.hasWaiting()).isFalse();
        assertThat(sweep(25_000)).contains("stay-2", "stay-3").doesNotContain("stay-1");
    }

    /** Sweeps at a time in ms. Returns the stays whose state was read. */
    private List<String> sweep(long now) {
        read.clear();
        sweeper.begin(now, (stay, output) -> {});
        sweeper.checkNext(now, Integer.MAX_VALUE, (stay, output) -> {});
        return List.copyOf(read);
    }

    /** Returns a store with three stays that records which one is read. */
    @SuppressWarnings("unchecked")
    private <V> StatePartStore<V> recordingStore() {
        return (StatePartStore<V>) Proxy.newProxyInstance(
                SweepOfDueStaysTest.class.getClassLoader(),
                new Class<?>[] {StatePartStore.class},
                (proxy, method, arguments) -> switch (method.getName()) {
                    case "keys" -> STAYS;
                    case "get" -> STAYS.contains((String) arguments[0]) ? stay((String) arguments[0]) : null;
                    case "put", "delete" -> null;
                    default -> throw new UnsupportedOperationException(method.getName());
                });
    }

    private StayAlertState stay(String name) {
        read.add(name);
        return StayAlertState.of(name);
    }
}
