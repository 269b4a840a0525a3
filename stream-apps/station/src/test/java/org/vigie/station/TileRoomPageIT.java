package org.vigie.station;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.vigie.station.FilledTiles.ALARM;
import static org.vigie.station.FilledTiles.MONITOR;
import static org.vigie.station.FilledTiles.TECHNICAL;

import com.microsoft.playwright.assertions.PlaywrightAssertions;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.vigie.station.display.DisplayConfig;
import org.vigie.station.display.ScoreDisplay;
import org.vigie.station.display.UnitSystem;
import org.vigie.station.health.BedFreshnessSnapshot;
import org.vigie.station.health.StalenessConfig;
import org.vigie.station.health.UnwatchedReason;
import org.vigie.station.past.PastSituation;
import org.vigie.station.past.PastWardSnapshot;
import org.vigie.station.ward.WardView;
import org.vigie.station.ward.WardViewConfig;
import org.vigie.station.web.ServedWard;
import org.vigie.station.web.StationWebServer;
import org.vigie.station.web.WebAddress;
import org.vigie.testing.story.WardStory;

/** Tests that a tile is fitted to the room that it has now, and not to one that it had before. */
class TileRoomPageIT extends PageInBrowser {
    private static final int ALL = ALARM | MONITOR | TECHNICAL;

    /** How each tile makes room: its step, the size and the classes of its words, and the words themselves. Times and ages go on. */
    static final String OUTLINE = """
            () => [...document.querySelectorAll('.tile')].map((tile) => [
              tile.dataset.bed,
              tile.dataset.room,
              ...[...tile.querySelectorAll('.whole-parts')].map((line) => `${line.className} ${line.children[0]?.style.fontSize ?? ''} ${line.textContent}`),
              ...[...tile.querySelectorAll('.bar .text')].map((text) => `${text.className} ${text.textContent}`),
              tile.querySelector('.profile').textContent,
            ].join(' | ').replace(/\\d/g, '0'))""";

    @Override
    WardViewConfig settings() {
        return WardViewConfig.of(StalenessConfig.defaults())
                .with(new DisplayConfig(ScoreDisplay.TILE, Map.of(), false, UnitSystem.SI));
    }

    @Override
    StationWebServer serve() {
        var served = new ServedWard(ward, watchdog(), Optional.of(this::past), verifier());
        return StationWebServer.open(served, orders, access.login(), WebAddress.loopback(0), wall);
    }

    @Test
    void aBedMoreInTheSameWindowCutsNoNumber() {
        // given: four large tiles in two rows of a wall
        movable.stop();
        var tiles = new FilledTiles(ward, watchdog(), wall.instant());
        for (int bed = 1; bed <= 4; bed++) {
            tiles.fill(bed, ALL, true);
        }
        page.waitForSelector("[data-bed='REA/04'] .bar.technical[data-priority]");
        TilePlaces.assertWhole(page, 1920, 1080, "four beds");

        // when: the same two columns get a third row
        tiles.fill(5, ALL, true);
        page.waitForSelector("[data-bed='REA/05'] .bar.technical[data-priority]");

        // then
        TilePlaces.assertWhole(page, 1920, 1080, "five beds");
        PlaywrightAssertions.assertThat(page.locator("#beds[data-density=large]"))
                .hasCount(1);
    }

    @Test
    void aTileThatHadLessRoomBeforeLooksAsOneThatAlwaysHadIt() {
        // given: a narrow tile among others has long words beside its bed
        movable.stop();
        var tiles = new FilledTiles(ward, watchdog(), wall.instant());
        tiles.fill(1, 19);
        ward.take(new WardStory()
                .bed("REA/20", "provisional-20")
                .at(wall.instant())
                .kept("hr", 82)
                .clean());
        tiles.fill(21, 24);
        page.setViewportSize(1760, 1080);
        page.reload();
        contains("[data-bed='REA/20'] .who", "sans admission connue");
        TilePlaces.assertWhole(page, 1760, 1080, "with room");
        Object always = page.evaluate(OUTLINE);

        // when
        page.evaluate("document.querySelector('#beds').style.gridAutoRows = '120px'");
        page.setViewportSize(1750, 1080);
        page.waitForSelector("[data-bed='REA/20'][data-room=small]");
        page.evaluate("document.querySelector('#beds').style.removeProperty('grid-auto-rows')");
        page.setViewportSize(1760, 1080);

        // then
        await().atMost(Duration.ofMinutes(2))
                .untilAsserted(() -> assertThat(page.evaluate(OUTLINE)).isEqualTo(always));
    }

    @Test
    void noNumberOfAnEarlierTimeIsCutBelowItsBar() {
        // when: its bar and its banner leave the beds less room, and some of them were not watched
        movable.stop();
        page.navigate(pages.address().resolve("?at=PT5M").toString());
        contains("[data-bed='REA/06'] .technical", "NON SURVEILLÉ");

        // then
        TilePlaces.assertWhole(page, 1920, 1080, "an earlier time");
        PlaywrightAssertions.assertThat(page.locator("#beds[data-density=compact]"))
                .hasCount(1);
    }

    private PastWardSnapshot past(Instant at, Instant now) {
        var then = new WardView(settings(), List.of(), 1, at.minus(Duration.ofHours(1)));
        new FilledTiles(then, watchdog(), at.minusSeconds(2)).fill(1, 24);
        var situation = new PastSituation(
                at.toEpochMilli(),
                now.toEpochMilli(),
                24,
                then.snapshot(at).rules().version(),
                Map.of(),
                List.of(),
                now.toEpochMilli(),
                at.minus(Duration.ofHours(1)).toEpochMilli());
        return new PastWardSnapshot(then.snapshot(at), unwatched(at), situation);
    }

    private static List<BedFreshnessSnapshot> unwatched(Instant at) {
        long since = at.minusSeconds(90).toEpochMilli();
        return IntStream.rangeClosed(5, 8)
                .mapToObj(bed -> new BedFreshnessSnapshot(
                        FilledTiles.bed(bed), 0, 0, null, UnwatchedReason.CANARY_MISSED, since))
                .toList();
    }
}
