package dev.andon.internal.canary.alert;

import static org.assertj.core.api.Assertions.assertThat;

import dev.andon.internal.formats.AlertNotice;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class AlertDispatchTest {
    private static final Instant NOW = Instant.parse("2027-01-31T11:50:00Z");

    private final List<AlertNotice> log = new CopyOnWriteArrayList<>();

    /** A receiver that takes what it is sent, unless it is told to be down. */
    private static final class Pager implements AlertReceiver {
        final List<String> told = new ArrayList<>();
        AlertDelivery delivery = AlertDelivery.delivered();

        @Override
        public String name() {
            return "pager";
        }

        @Override
        public AlertDelivery deliver(Alert alert, Instant now) {
            told.add((alert.firing() ? "firing " : "resolved ") + alert.canary());
            return delivery;
        }
    }

    private final Pager pager = new Pager();

    private ToldReceiver told() {
        return new ToldReceiver(pager, log, log::add);
    }

    @Test
    void what_fires_is_told_anew_and_recorded_once() {
        ToldReceiver receiver = told();
        receiver.tell(List.of(Alerts.firing("a")), NOW);
        receiver.tell(List.of(Alerts.firing("a")), NOW.plusSeconds(60));
        assertThat(pager.told).containsExactly("firing a", "firing a");
        assertThat(log).hasSize(1).allSatisfy(notice -> assertThat(notice.firing())
                .isTrue());
    }

    @Test
    void that_it_is_resolved_is_told_once() {
        ToldReceiver receiver = told();
        receiver.tell(List.of(Alerts.firing("a")), NOW);
        receiver.tell(List.of(Alerts.resolved("a")), NOW.plusSeconds(60));
        receiver.tell(List.of(Alerts.resolved("a")), NOW.plusSeconds(120));
        assertThat(pager.told).containsExactly("firing a", "resolved a");
        assertThat(log).extracting(AlertNotice::firing).containsExactly(true, false);
    }

    @Test
    void a_restart_repeats_no_resolved_and_goes_on_with_what_fires() {
        told().tell(List.of(Alerts.firing("a"), Alerts.firing("b")), NOW);
        told().tell(List.of(Alerts.resolved("a"), Alerts.firing("b")), NOW.plusSeconds(60));
        told().tell(List.of(Alerts.resolved("a"), Alerts.firing("b")), NOW.plusSeconds(120));
        assertThat(pager.told).containsExactly("firing a", "firing b", "resolved a", "firing b", "firing b");
        assertThat(log)
                .extracting(notice -> notice.canary() + notice.firing())
                .containsExactly("atrue", "btrue", "afalse");
    }

    @Test
    void who_was_never_told_of_an_incident_is_not_told_that_it_is_resolved() {
        told().tell(List.of(Alerts.resolved("a")), NOW.plusSeconds(60));
        assertThat(pager.told).isEmpty();
    }

    /** It may have heard that it fires, and be the one that pages. */
    @Test
    void who_gave_no_answer_is_told_that_it_is_resolved() {
        pager.delivery = AlertDelivery.unreachable("slow");
        told().tell(List.of(Alerts.firing("a")), NOW);
        pager.delivery = AlertDelivery.delivered();
        told().tell(List.of(Alerts.resolved("a")), NOW.plusSeconds(60));
        assertThat(pager.told).containsExactly("firing a", "resolved a");
    }

    @Test
    void a_receiver_that_was_down_gets_the_state_when_it_is_back_and_nothing_else() {
        ToldReceiver receiver = told();
        receiver.tell(List.of(Alerts.firing("a"), Alerts.firing("b")), NOW);
        pager.delivery = AlertDelivery.unreachable("down");
        for (int minute = 1; minute <= 60; minute++) {
            receiver.tell(List.of(Alerts.resolved("a"), Alerts.firing("b")), NOW.plusSeconds(60L * minute));
        }
        pager.told.clear();
        pager.delivery = AlertDelivery.delivered();
        receiver.tell(List.of(Alerts.resolved("a"), Alerts.firing("b")), NOW.plusSeconds(3660));
        receiver.tell(List.of(Alerts.resolved("a"), Alerts.firing("b")), NOW.plusSeconds(3720));
        assertThat(pager.told).containsExactly("resolved a", "firing b", "firing b");
        assertThat(log)
                .extracting(notice -> notice.canary() + notice.firing() + notice.problem())
                .containsExactly("atrue", "btrue", "afalsedown", "afalse");
    }

    @Test
    void after_no_answer_the_other_incidents_wait_for_the_next_time() {
        pager.delivery = AlertDelivery.unreachable("down");
        told().tell(List.of(Alerts.firing("a"), Alerts.firing("b")), NOW);
        assertThat(pager.told).containsExactly("firing a");
        pager.delivery = AlertDelivery.refused("400");
        told().tell(List.of(Alerts.firing("a"), Alerts.firing("b")), NOW);
        assertThat(pager.told).containsExactly("firing a", "firing a", "firing b");
    }

    @Test
    void a_resolved_incident_is_told_though_the_canary_fails_again_before() {
        ToldReceiver receiver = told();
        receiver.tell(List.of(Alerts.firing("a")), NOW);
        pager.delivery = AlertDelivery.unreachable("down");
        receiver.tell(List.of(Alerts.resolved("a")), NOW.plusSeconds(60));
        pager.delivery = AlertDelivery.delivered();
        pager.told.clear();
        receiver.tell(List.of(Alerts.firing("b")), NOW.plusSeconds(120));
        assertThat(pager.told).containsExactly("resolved a", "firing b");
    }

    @Test
    void a_receiver_that_hangs_delays_neither_the_caller_nor_the_others() throws Exception {
        CountDownLatch never = new CountDownLatch(1);
        CountDownLatch asked = new CountDownLatch(2);
        BlockingQueue<String> told = new LinkedBlockingQueue<>();
        AlertReceiver hanging = receiver("hanging", asked, never, told);
        AlertReceiver other = receiver("other", asked, new CountDownLatch(0), told);
        try (AlertDispatch dispatch = new AlertDispatch(
                List.of(hanging, other), List.of(), Duration.ofHours(1), Clock.systemUTC(), log::add)) {
            dispatch.state(List.of(Alerts.firing("a")));
            assertThat(told.poll(10, TimeUnit.SECONDS)).isEqualTo("other a");
            assertThat(asked.await(10, TimeUnit.SECONDS)).isTrue();
            dispatch.state(List.of(Alerts.firing("b")));
            assertThat(told.poll(10, TimeUnit.SECONDS)).isEqualTo("other b");
            dispatch.state(List.of(Alerts.firing("c")));
            assertThat(told.poll(10, TimeUnit.SECONDS)).isEqualTo("other c");
            never.countDown();
            // It missed b while it hung: it gets the latest state, and no queue of older ones.
            assertThat(told.poll(10, TimeUnit.SECONDS)).isEqualTo("hanging a");
            assertThat(told.poll(10, TimeUnit.SECONDS)).isEqualTo("hanging c");
        }
    }

    /** The state is looked at each second; who hangs for an hour holds up none of the 3,600, and is told the last one alone. */
    @Test
    void a_receiver_that_hangs_for_an_hour_holds_nothing_up_and_leaves_no_queue() throws Exception {
        CountDownLatch never = new CountDownLatch(1);
        CountDownLatch asked = new CountDownLatch(1);
        BlockingQueue<String> told = new LinkedBlockingQueue<>();
        try (AlertDispatch dispatch = new AlertDispatch(
                List.of(receiver("hanging", asked, never, told)),
                List.of(),
                Duration.ofHours(1),
                Clock.systemUTC(),
                log::add)) {
            dispatch.state(List.of(Alerts.firing("first")));
            assertThat(asked.await(10, TimeUnit.SECONDS)).isTrue();
            long began = System.nanoTime();
            for (int second = 0; second < 3600; second++) {
                dispatch.state(List.of(Alerts.firing("minute-" + second / 60)));
            }
            assertThat(Duration.ofNanos(System.nanoTime() - began)).isLessThan(Duration.ofSeconds(30));
            never.countDown();
            assertThat(told.poll(10, TimeUnit.SECONDS)).isEqualTo("hanging first");
            assertThat(told.poll(10, TimeUnit.SECONDS)).isEqualTo("hanging minute-59");
            assertThat(told.poll(50, TimeUnit.MILLISECONDS)).isNull();
        }
    }

    @Test
    void the_state_is_told_anew_while_it_holds() throws Exception {
        BlockingQueue<String> told = new LinkedBlockingQueue<>();
        try (AlertDispatch dispatch = new AlertDispatch(
                List.of(receiver("r", new CountDownLatch(0), new CountDownLatch(0), told)),
                List.of(),
                Duration.ofMillis(5),
                Clock.systemUTC(),
                log::add)) {
            dispatch.state(List.of(Alerts.firing("a")));
            for (int i = 0; i < 3; i++) {
                assertThat(told.poll(10, TimeUnit.SECONDS)).isEqualTo("r a");
            }
        }
    }

    private static AlertReceiver receiver(
            String name, CountDownLatch asked, CountDownLatch gate, BlockingQueue<String> told) {
        return new AlertReceiver() {
            @Override
            public String name() {
                return name;
            }

            @Override
            public AlertDelivery deliver(Alert alert, Instant now) {
                asked.countDown();
                try {
                    gate.await();
                } catch (InterruptedException ended) {
                    Thread.currentThread().interrupt();
                }
                told.add(name + " " + alert.canary());
                return AlertDelivery.delivered();
            }
        };
    }
}
