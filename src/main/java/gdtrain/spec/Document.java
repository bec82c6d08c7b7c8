package gdtrain.spec;

import gdtrain.choice.InvalidSetting;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.snakeyaml.engine.v2.events.CollectionStartEvent;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.events.NodeEvent;
import org.snakeyaml.engine.v2.events.ScalarEvent;
import org.snakeyaml.engine.v2.events.SequenceStartEvent;
import org.snakeyaml.engine.v2.exceptions.Mark;

/** One YAML document, event by event: each node is read by a method of its own. */
final class Document {
  private static final Set<String> NOTHING = Set.of("", "~", "null", "Null", "NULL");
  private static final int DEEPEST = 20;

  private final String name;
  private final Iterator<Event> events;

  Document(String name, Iterator<Event> events) {
    this.name = name;
    this.events = events;
  }

  static Place place(String name, Mark mark) {
    return new Place(name, mark.getLine() + 1, mark.getColumn() + 1);
  }

  /** The keys of the only document. */
  Value.Keys keys() {
    events.next(); // the stream begins
    if (events.next().getEventId() == Event.ID.StreamEnd) {
      throw new InvalidSetting(
          name + " is empty; a spec has keys with values, such as 'epochs: 50'");
    }
    Value value = value(events.next(), 0);
    events.next(); // the document ends
    Event end = events.next();
    if (end.getEventId() != Event.ID.StreamEnd) {
      throw place(end).fault("a second document begins; a spec is one document");
    }
    if (value instanceof Value.Keys keys) {
      return keys;
    }
    throw value
        .place()
        .fault("a spec has keys with values, such as 'epochs: 50', and this is " + value);
  }

  private Value value(Event event, int depth) {
    Place place = place(event);
    if (depth > DEEPEST) {
      throw place.fault("nothing in a spec is nested so deeply");
    }
    if (!(event instanceof NodeEvent node) || node.getAnchor().isPresent() || tag(node)) {
      throw place.fault("anchors, aliases and tags are not for a spec; write the value itself");
    }
    if (event instanceof ScalarEvent scalar) {
      return scalar.isPlain() && NOTHING.contains(scalar.getValue())
          ? new Value.Nothing(place)
          : new Value.Text(place, scalar.getValue(), !scalar.isPlain());
    }
    return event instanceof SequenceStartEvent ? items(place, depth) : keys(place, depth);
  }

  private static boolean tag(NodeEvent node) {
    Optional<String> tag =
        node instanceof ScalarEvent scalar
            ? scalar.getTag()
            : node instanceof CollectionStartEvent start ? start.getTag() : Optional.empty();
    return tag.isPresent();
  }

  private Value items(Place place, int depth) {
    List<Value> values = new ArrayList<>();
    for (Event e = events.next(); e.getEventId() != Event.ID.SequenceEnd; e = events.next()) {
      values.add(value(e, depth + 1));
    }
    return new Value.Items(place, values);
  }

  private Value.Keys keys(Place place, int depth) {
    Map<String, Entry> entries = new LinkedHashMap<>();
    for (Event e = events.next(); e.getEventId() != Event.ID.MappingEnd; e = events.next()) {
      Value key = value(e, depth + 1);
      Value value = value(events.next(), depth + 1);
      Entry entry = entry(key, value, entries);
      entries.put(entry.key(), entry);
    }
    return new Value.Keys(place, List.copyOf(entries.values()));
  }

  private static Entry entry(Value key, Value value, Map<String, Entry> before) {
    if (!(key instanceof Value.Text text)) {
      throw key.place().fault("a key is a word, not " + key);
    }
    Entry first = before.get(text.text());
    if (first != null) {
      throw key.place()
          .fault("%s is given twice, first in line %d".formatted(key, first.place().line()));
    }
    return new Entry(text.text(), key.place(), value);
  }

  private Place place(Event event) {
    return place(name, event.getStartMark().orElseThrow());
  }
}
