package org.vigie.gateway.mqtt;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.vigie.terminology.CodeMap;
import org.vigie.testing.fuzz.InputMutator;

/** Tests that every published batch is accepted or refused without an exception that stops the queue. */
class BatchFuzzTest {
    private static final int MUTANTS = 20_000;
    private static final List<byte[]> CORPUS = Stream.of("""
                    {"device":"mon-3","message":"17","time":"2026-03-05T09:15:00+01:00","patient":"4711","readings":[
                     {"variable":"hr","value":88},{"code":"150456","system":"MDC","value":97,"unit":"%","status":"QUESTIONABLE"}]}""", """
                    {"device":7,"readings":[{"code":"8310-5","system":"LN","value":1.0e2,"unit":"[degF]","time":1772698501000}]}""", "{\"device\":\"mon-3\",\"state\":\"offline\"}")
            .map(text -> text.getBytes(StandardCharsets.UTF_8))
            .toList();

    @Test
    void everyBrokenBatchIsTakenOrRefused() {
        // given
        InputMutator mutator = new InputMutator(CORPUS, 20261122);
        MqttBatchReader reader = new MqttBatchReader(CodeMap.standard());
        // when, then
        assertTimeoutPreemptively(Duration.ofMinutes(5), () -> {
            for (int i = 0; i < MUTANTS; i++) {
                String topic = i % 3 == 0 ? "icu/REA/03/state" : "icu/REA/03";
                BatchReadResult read =
                        reader.read(MqttTopicAddress.of("icu", topic).orElseThrow(), mutator.next());
                assertThat(read.isRefused()).isEqualTo(!read.outcome().error().isEmpty());
            }
        });
    }
}
