package org.vigie.station;

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

/** Tests that a tile is fitted to the room that it has now, and not to one that it had before. */
class TileRoomPageIT extends PageInBrowser {
    private static final int ALL = ALARM | MONITOR | TECHNICAL;

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
