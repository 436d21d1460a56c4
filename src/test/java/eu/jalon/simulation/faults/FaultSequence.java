package eu.jalon.simulation.faults;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** Deals faults from shuffled decks, so that a seed decides their order and each kind does come. */
final class FaultSequence {

  /** Where in the talk with the relay a fault may come. */
  enum Place {
    CONNECT,
    RCPT,
    DATA,
    DOT
  }

  private final Random random;
  private final Map<Place, Deque<Fault>> decks = new EnumMap<>(Place.class);
  private final Map<Fault, Integer> dealt = new EnumMap<>(Fault.class);
  private boolean on;

  FaultSequence(long seed) {
    random = new Random(seed);
  }

  /** Lets faults come, or lets all be well. */
  synchronized void turn(boolean faultsCome) {
    on = faultsCome;
  }

  synchronized Fault deal(Place place) {
    if (!on) {
      return Fault.NONE;
    }
    Deque<Fault> deck = decks.computeIfAbsent(place, key -> new ArrayDeque<>());
    if (deck.isEmpty()) {
      List<Fault> shuffled = cards(place);
      Collections.shuffle(shuffled, random);
      deck.addAll(shuffled);
    }
    return count(deck.pop());
  }

  synchronized Fault count(Fault fault) {
    dealt.merge(fault, 1, Integer::sum);
    return fault;
  }

  synchronized Map<Fault, Integer> dealt() {
    return new EnumMap<>(dealt);
  }

  private static List<Fault> cards(Place place) {
    return switch (place) {
      case CONNECT -> cards(12, Fault.CLOSED, Fault.BANNER_421);
      case RCPT -> cards(20, Fault.RCPT_450, Fault.RCPT_450, Fault.SLOW, Fault.HANG);
      case DATA -> cards(20, Fault.DATA_451);
      case DOT ->
          cards(
              24,
              Fault.DOT_452,
              Fault.HANG,
              Fault.CUT_IN_DATA,
              Fault.CUT_IN_DATA,
              Fault.CUT_AFTER_TAKEN,
              Fault.CUT_AFTER_TAKEN);
    };
  }

  private static List<Fault> cards(int size, Fault... faults) {
    List<Fault> cards = new ArrayList<>(List.of(faults));
    cards.addAll(Collections.nCopies(size - faults.length, Fault.NONE));
    return cards;
  }
}
