package org.vigie.station;

import static org.assertj.core.api.Assertions.assertThat;
import static org.vigie.station.StationRecords.raised;

import com.microsoft.playwright.assertions.PlaywrightAssertions;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;
import org.vigie.schemas.AlarmPriorityRecord;
import org.vigie.schemas.ReplayControlAction;
import org.vigie.schemas.ReplayState;
import org.vigie.schemas.ReplayStatus;
import org.vigie.station.replay.ReplayStatusStory;
import org.vigie.station.replay.ReplaySteeringRequest;
import org.vigie.station.replay.ReplaySteeringResponse;
import org.vigie.station.replay.StationReplay;
import org.vigie.station.web.StationWebServer;
import org.vigie.station.web.WebAddress;

/** Tests the page of a replay: its mark in every view, its controls, and that nothing sounds or is acknowledged. */
class ReplayPageIT extends PageInBrowser {
    private static final String HEAR = """
            () => {
              const start = OscillatorNode.prototype.start;
              window.started = 0;
              OscillatorNode.prototype.start = function (...when) { window.started += 1; return start.apply(this, when); };
            }""";

    private final List<ReplaySteeringRequest> asked = new CopyOnWriteArrayList<>();
    private final ReplayStatusStory hour =
            new ReplayStatusStory(movable.instant().minusSeconds(1_800));
    private final StationReplay replay = new StationReplay(status(ReplayState.PAUSED), movable);

    @Override
    StationWebServer serve() {
        ward.showReplay(replay::snapshot);
        return StationWebServer.openReplay(
                ward,
                (request, user) -> {
                    asked.add(request);
                    return CompletableFuture.completedFuture(answer(request));
                },
                access.login(),
                WebAddress.loopback(0),
                movable,
                replay.clock());
    }

    private static ReplaySteeringResponse answer(ReplaySteeringRequest request) {
        boolean refused = request.action() == ReplayControlAction.SEEK;
        return new ReplaySteeringResponse(refused ? "REFUSED" : "OBEYED", refused ? "seek: must be after" : null);
    }

    private ReplayStatus status(ReplayState state) {
        return hour.at(1_800, state, 10, movable.instant());
    }

    @Test
    void everyViewSaysInWordsThatItIsAReplayInBothLanguages() {
        // given
        replay.take(status(ReplayState.PAUSED));
        ward.take(monitor.at(replay.clock().instant()).kept("hr", 82).clean());
        // then
        contains(".study-mark", "REJEU study-7");
        contains(".study-mark", "personne n’est appelé");
        contains("#study-state", "En pause");
        assertThat(page.title()).isEqualTo("REJEU study-7 — Vigie");
        shows(HR, "82");
        assertNoBarrier("the page of a replay");
        // when
        page.click("[data-bed='REA/01'] .bed-name");
        // then
        PlaywrightAssertions.assertThat(page.locator("#bed-dialog"))
                .hasAttribute("data-study", "REJEU study-7 — ce n’est pas le présent");
        assertThat(page.evaluate("getComputedStyle(document.querySelector('#bed-dialog'), '::before').content"))
                .asString()
                .contains("REJEU study-7");
        // when
        page.keyboard().press("Escape");
        page.click("#language");
        // then
        contains(".study-mark", "REPLAY study-7");
        contains(".study-mark", "nobody is called");
        // when
        page.navigate(pages.address().resolve("handover.html").toString());
        // then
        contains("thead .marked", "REPLAY study-7 — this is not the present");
    }

    @Test
    void theControlsAskTheReplayAndARefusalIsSaid() {
        // given
        replay.take(status(ReplayState.PAUSED));
        shows("#study-pause", "Reprendre");
        // when
        page.click("#study-pause");
        shows("#study-answer", "Fait.");
        page.click("#study-step");
        page.selectOption("#study-speed", "60");
        page.click("#study-go");
        contains("#study-answer", "Refusé : seek: must be after");
        // then
        assertThat(asked)
                .extracting(ReplaySteeringRequest::action)
                .containsExactly(
                        ReplayControlAction.RESUME,
                        ReplayControlAction.STEP,
                        ReplayControlAction.SPEED,
                        ReplayControlAction.SEEK);
        assertThat(asked.get(1).stepMs()).isEqualTo(60_000);
        assertThat(asked.get(2).speed()).isEqualTo(60);
    }

    @Test
    void anAlarmOfAReplayMakesNoSoundAndCannotBeAcknowledged() {
        // given
        page.evaluate(HEAR);
        page.click(".study-mark");
        Instant now = replay.clock().instant();
        ward.take(monitor.at(now).kept("hr", 160).clean());
        // when
        ward.take(raised("a1", "REA/01", "s1", AlarmPriorityRecord.HIGH, now));
        // then
        PlaywrightAssertions.assertThat(page.locator("#alarm-rows")).containsText("REA/01");
        PlaywrightAssertions.assertThat(page.locator("#alarm-rows .orders").first())
                .isHidden();
        assertThat(order()).isEqualTo("409");
        assertThat(orders.forms()).isEmpty();
        assertThat(page.evaluate("window.started")).isEqualTo(0);
    }

    @Test
    void theBannerOfAScrolledSmallWindowSticksBelowTheMark() {
        // given
        replay.take(status(ReplayState.PAUSED));
        contains(".study-mark", "REJEU study-7");
        page.setViewportSize(600, 420);
        page.waitForFunction("() => document.body.style.getPropertyValue('--study-height')"
                + " === document.querySelector('#study').offsetHeight + 'px'");
        // when
        Object covered = page.evaluate("""
                () => {
                  const banner = document.querySelector('.banner');
                  banner.textContent = 'Connexion perdue';
                  document.querySelector('main, .ward').style.minHeight = '3000px';
                  window.scrollTo(0, 1000);
                  const mark = document.querySelector('#study').getBoundingClientRect();
                  return [window.scrollY > 0, mark.top === 0, banner.getBoundingClientRect().top >= mark.bottom - 1].join();
                }""");
        // then
        assertThat(covered).isEqualTo("true,true,true");
    }

    /** Sends a command as the page of a ward does. */
    private String order() {
        return page.evaluate("""
                async () => {
                  const { post, askSession } = await import('/js/session.js');
                  await askSession();
                  return String((await post('api/orders', { stay: 's1', alert: 'a1', kind: 'ACKNOWLEDGE' })).status);
                }""").toString();
    }

    @Test
    void aReplayThatAnswersNoMoreIsMarkedAsStopped() {
        // given
        replay.take(status(ReplayState.RUNNING));
        contains("#study-state", "Lecture ×10");
        // when
        movable.move(Duration.ofMinutes(1));
        // then
        contains("#study-state", "Arrêté");
        PlaywrightAssertions.assertThat(page.locator("#study-pause")).isDisabled();
    }
}
