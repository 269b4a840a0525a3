package org.vigie.station;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.vigie.station.StationRecords.admitted;
import static org.vigie.station.StationRecords.monitorAlarm;
import static org.vigie.station.StationRecords.raised;
import static org.vigie.station.StationRecords.risk;
import static org.vigie.station.StationRecords.technical;

import com.microsoft.playwright.assertions.PlaywrightAssertions;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.vigie.schemas.AlarmPriorityRecord;
import org.vigie.station.display.DisplayConfig;
import org.vigie.station.display.ScoreDisplay;
import org.vigie.station.display.UnitSystem;
import org.vigie.station.health.BedWatchConfig;
import org.vigie.station.health.BedWatchdog;
import org.vigie.station.health.StalenessConfig;
import org.vigie.station.ward.WardViewConfig;
import org.vigie.testing.story.BedStory;
import org.vigie.testing.story.MessageStory;
import org.vigie.testing.story.WardStory;

/** Tests that no number is cut off or hidden, whatever stands on a tile, at each size of the tiles. */
class TileHeightPageIT extends PageInBrowser {
    private static final List<List<Integer>> SIZES =
            List.of(List.of(1920, 1080), List.of(1366, 768), List.of(1280, 1024));
    /** Bits of a bed's number less one: what stands on its tile. The first eight beds have a line of further values. */
    private static final int ALARM = 1;

    private static final int MONITOR = 2;
    private static final int TECHNICAL = 4;
    private static final int FIRST_WITHOUT_PROFILE = 9;
    private static final int CALM = 17;
    private static final int UNREAD = 1;
    private static final Map<String, Double> VITALS = Map.of(
            "hr", 152.0, "spo2", 97.0, "rr", 16.0, "abp_sys", 118.0, "abp_dia", 70.0, "abp_mean", 86.0, "temp", 37.0);

    /** The places, lines and bars of tiles that are not seen as a whole. */
    private static final String CUT_OFF = """
            () => {
              const found = [];
              const within = (node, box) => {
                const { top, bottom, height } = node.getBoundingClientRect();
                return node.checkVisibility({ visibilityProperty: true }) && height > 7 && top >= box.top - 1 && bottom <= box.bottom + 1;
              };
              for (const tile of document.querySelectorAll('.tile:not(.free)')) {
                const say = (what) => found.push(`${tile.dataset.bed} ${Math.round(tile.offsetHeight)} px ${tile.dataset.room}: ${what}`);
                const numbers = tile.querySelector('.vitals').getBoundingClientRect();
                const whole = tile.getBoundingClientRect();
                tile.querySelectorAll('.vital .value').forEach((value) => within(value, numbers) || say(value.closest('.vital').dataset.vital));
                tile.querySelectorAll('.bar[data-priority]').forEach((bar) => (within(bar, whole) && bar.querySelector('.text').textContent) || say(bar.className));
                const profile = tile.querySelector('.profile');
                if (profile.children.length && ![profile, tile.querySelector('.profile-more')].some((node) => within(node, whole))) say('profile');
                if (!tile.querySelector('.unseen-places').hidden) say('unseen');
              }
              return found;
            }""";

    /** Ends after a frame in which the window was as high as asked. */
    private static final String FITTED = """
            async (height) => {
              const frame = () => new Promise(requestAnimationFrame);
              while (innerHeight !== height) await frame();
              await frame();
              await frame();
            }""";

    private final Map<Integer, Long> readUpTo = new HashMap<>();
    private final BedWatchdog watchdog = new BedWatchdog(
            (clean, raw, now) -> readUpTo.getOrDefault(clean, now),
            BedWatchConfig.defaults(),
            wall.instant().minusSeconds(600));

    @Override
    BedWatchdog watchdog() {
        return watchdog;
    }

    @Override
    WardViewConfig settings() {
        return WardViewConfig.of(StalenessConfig.defaults())
                .with(new DisplayConfig(ScoreDisplay.TILE, Map.of(), false, UnitSystem.SI));
    }

    @Test
    void noNumberIsCutOffOrHiddenWhateverStandsOnATile() {
        // given: values stay new on a slow machine too
        movable.stop();
        var densities = new TreeSet<String>();
        int filled = 0;

        for (int beds : List.of(8, 24, 40)) {
            // when
            fill(filled + 1, beds);
            filled = beds;
            // then
            assertWholeAtEachSize(beds + " beds", densities);
            // when: a banner makes the tiles lower
            readUpTo.put(UNREAD, wall.instant().minusSeconds(60).toEpochMilli());
            contains("#banner", "NON SURVEILLÉ");
            // then
            assertWholeAtEachSize(beds + " beds and a banner", densities);
            readUpTo.clear();
            shows("#banner", "");
        }
        assertThat(densities).containsExactly("compact", "dense", "full", "large");
    }

    @Test
    void numbersAreWholeAtEachHeightOfTheWindow() {
        // given
        movable.stop();
        fill(1, 24);
        contains("[data-bed='REA/01'] .profile", "NAD 0,25");

        // then
        for (int height = 1080; height >= 700; height -= 40) {
            assertWhole(1920, height, "24 beds");
        }

        // when: more beds than full tiles have room for
        fill(25, 28);
        // then
        assertWhole(1920, 1080, "28 beds");
        PlaywrightAssertions.assertThat(page.locator("#beds[data-density=full][data-narrow=true]"))
                .hasCount(1);
    }

    @Test
    void aNumberThatHasNoRoomIsNamedAndNotCutInHalf() {
        // given: a tile with two bars, lower than any screen makes it
        movable.stop();
        fill(1, 24);
        page.evaluate("document.querySelector('#beds').style.gridAutoRows = '120px'");

        // when: another size of the window
        page.setViewportSize(1900, 1080);

        // then
        contains("[data-bed='REA/02'] .unseen-places", "Pas de place pour ");
        PlaywrightAssertions.assertThat(page.locator("[data-bed='REA/02'] .temp .value"))
                .isHidden();
        assertThat(TileTexts.cutOff(page)).isEmpty();

        // when
        page.evaluate("document.querySelector('#beds').style.removeProperty('grid-auto-rows')");
        page.setViewportSize(1920, 1080);

        // then
        PlaywrightAssertions.assertThat(page.locator(".unseen-places:visible")).hasCount(0);
        assertWhole(1920, 1080, "with room again");
    }

    private void assertWholeAtEachSize(String what, TreeSet<String> densities) {
        for (List<Integer> size : SIZES) {
            assertWhole(size.get(0), size.get(1), what);
            densities.add(page.getAttribute("#beds", "data-density"));
        }
    }

    /** The words of a tile are fitted with the first frame of a new size: what stood there before it says nothing. */
    private void assertWhole(int width, int height, String what) {
        page.setViewportSize(width, height);
        page.evaluate(FITTED, height);
        await().atMost(Duration.ofMinutes(2)).untilAsserted(() -> {
            assertThat(page.evaluate(CUT_OFF))
                    .as("%s at %d x %d", what, width, height)
                    .isEqualTo(List.of());
            assertThat(TileTexts.cutOff(page))
                    .as("%s at %d x %d", what, width, height)
                    .isEmpty();
        });
    }

    private void fill(int from, int to) {
        for (int bed = from; bed <= to; bed++) {
            fill(bed, String.format(Locale.ROOT, "REA/%02d", bed), "s" + bed);
        }
        page.waitForSelector(String.format(Locale.ROOT, "[data-bed='REA/%02d'] .value", to));
    }

    private void fill(int bed, String name, String stay) {
        ward.take(admitted(name, stay, wall.instant().minusSeconds(3600)));
        BedStory story = new WardStory().bed(name, stay);
        MessageStory message = story.at(wall.instant());
        VITALS.forEach(message::kept);
        if (bed < FIRST_WITHOUT_PROFILE) {
            message.kept("noradrenaline", 0.25).kept("fio2", 60);
        }
        var observation = message.clean();
        ward.take(observation);
        watchdog.take(observation, has(bed, TECHNICAL) ? UNREAD : 0);
        ward.take(risk(name, stay, 0.24, 0.2, wall.instant()));
        raise(bed, name, stay);
    }

    private void raise(int bed, String name, String stay) {
        if (has(bed, ALARM)) {
            ward.take(raised("a" + bed, name, stay, AlarmPriorityRecord.HIGH, wall.instant()));
        }
        if (has(bed, MONITOR)) {
            ward.take(monitorAlarm(
                    name,
                    bed < FIRST_WITHOUT_PROFILE ? "APNÉE" : "TACHYCARDIE VENTRICULAIRE",
                    "start",
                    wall.instant()));
        }
        if (has(bed, TECHNICAL)) {
            ward.take(technical(raised(
                    "t" + bed,
                    name,
                    stay,
                    AlarmPriorityRecord.LOW,
                    wall.instant(),
                    "SpO₂ : capteur débranché",
                    "SpO₂: sensor off",
                    "spo2")));
        }
    }

    private static boolean has(int bed, int what) {
        return bed < CALM && (bed - 1 & what) != 0;
    }
}
