package org.vigie.training.cohort;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.vigie.model.score.ScoreRequest;
import org.vigie.risk.window.ScoreRequestMapper;
import org.vigie.schemas.Window;
import org.vigie.training.feature.HourlyStay;

/** Tests that a stay replayed through the topics gives the same tensors as in training, cell by cell. */
class ReplayedStayIT {
    private static final List<Integer> HOURS = List.of(1, 6, 12, 24, 36, 48);
    private static final String TRAPS = """
            Time,Parameter,Value
            00:00,RecordID,1
            00:00,Age,70
            00:00,Gender,1
            00:00,Height,175.3
            00:00,ICUType,3
            00:00,Weight,80.6
            00:10,SysABP,0
            00:10,Temp,-17.8
            00:10,HR,14
            00:10,HR,180
            00:10,Mg,2.4
            00:20,Urine,60
            00:20,Urine,60
            00:20,Urine,90
            00:20,FiO2,0.5
            02:00,Platelets,240
            03:00,Platelets,2300
            04:00,Platelets,250
            04:00,SysABP,16
            04:00,DiasABP,65
            04:00,MAP,82
            05:59,pH,735
            06:00,pH,73.1
            11:00,HR,-1
            11:00,NISysABP,0
            11:30,Temp,36.5
            11:30,Temp,39.5
            12:01,MechVent,1
            30:00,Weight,81
            47:59,HR,100
            48:00,HR,190
            """;

    @Test
    void aStayWithEveryKnownDefectGivesTheSameLiveTensorsAsInTraining() throws Exception {
        assertThat(compare(Map.of("1", TRAPS))).isEqualTo(HOURS.size());
    }

    @Test
    void realStaysGiveTheSameLiveTensorsAsInTraining() throws Exception {
        // given
        Path set = Optional.ofNullable(System.getenv("VIGIE_DATA"))
                .map(Path::of)
                .orElse(Path.of(System.getProperty("vigie.repository"), "../shared/data"))
                .resolve("physionet2012/set-a.tar.gz");
        if (!Files.exists(set)) {
            System.out.println("SKIPPED ReplayedStayIT: no " + set + "; set VIGIE_DATA");
        }

        // when
        assumeThat(set).exists();

        // then
        assertThat(compare(some(set, 20))).isGreaterThan(110);
    }

    /** Compares each window that the ward sends with what training saw after as many hours. @return windows compared */
    private static int compare(Map<String, String> texts) throws Exception {
        Map<String, ChallengeStaySender> senders = new TreeMap<>();
        Map<String, HourlyStay> trained = new TreeMap<>();
        texts.forEach((id, text) -> {
            senders.put(id, new ChallengeStaySender(id, text));
            trained.put(id, HourlyStay.of(new Physionet2012StayFile(Integer.parseInt(id), new TreeMap<>()).read(text)));
        });
        int compared = 0;
        try (LivePipeline live = new LivePipeline()) {
            for (ChallengeStaySender sender : senders.values()) {
                live.admit(sender.admission());
            }
            Duration from = Duration.ZERO;
            for (int hours : HOURS) {
                Duration until = Duration.ofHours(hours);
                for (ChallengeStaySender sender : senders.values()) {
                    sender.observations(from, until).forEach(live::observe);
                }
                for (Window window : newest(live.until(ChallengeStaySender.ADMITTED.plus(until)))) {
                    assertThat(window.getLastHour()).isLessThan(hours);
                    assertSame(
                            ScoreRequestMapper.request(window),
                            trained.get(window.getStay()).windowAfter(window.getLastHour() + 1));
                    compared++;
                }
                from = until;
            }
        }
        return compared;
    }

    /** The last window of each stay. */
    private static Collection<Window> newest(List<Window> windows) {
        Map<String, Window> newest = new TreeMap<>();
        windows.forEach(window -> newest.put(window.getStay(), window));
        return newest.values();
    }

    private static void assertSame(ScoreRequest live, ScoreRequest trained) {
        assertThat(live.values()).containsExactly(trained.values());
        assertThat(live.measured()).containsExactly(trained.measured());
        assertThat(live.ages()).containsExactly(trained.ages());
        assertThat(live.statics()).containsExactly(trained.statics());
    }

    /** Stays from all over a set. */
    private static Map<String, String> some(Path set, int count) throws IOException {
        List<String> names = new ArrayList<>();
        Map<String, String> texts = new TreeMap<>();
        new CohortFiles(set).forEach((name, content) -> {
            if (names.size() % (4000 / count) == 0 && name.endsWith(".txt")) {
                texts.put(name.replaceAll("\\D", ""), new String(content, StandardCharsets.US_ASCII));
            }
            names.add(name);
        });
        return texts;
    }
}
