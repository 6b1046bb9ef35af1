package nl.wolkenkaart.lookup;

import java.io.Serializable;
import java.util.HashMap;
import java.util.Map;

/**
 * The one engine of a JVM for given settings: opened by the first who needs it, closed by the last
 * who is done. Travels to workers as its settings alone.
 *
 * @param run what differs from run to run, such as its date
 */
public record SharedEngine(String run, LookupPlan plan, LookupSettings settings)
    implements Serializable {
  private static final Map<SharedEngine, Open> ENGINES = new HashMap<>();

  /** The same for each of several processes, which share its budget. */
  public SharedEngine dividedAmong(int processes) {
    return new SharedEngine(run, plan, settings.dividedAmong(processes));
  }

  /** Each call is followed by one {@link #release}. */
  public LookupEngine acquire() {
    synchronized (ENGINES) {
      Open open =
          ENGINES.computeIfAbsent(this, key -> new Open(LookupEngine.open(run, plan, settings)));
      open.users++;
      return open.engine;
    }
  }

  public void release() {
    synchronized (ENGINES) {
      Open open = ENGINES.get(this);
      if (open != null && --open.users == 0) {
        ENGINES.remove(this);
        open.engine.close();
      }
    }
  }

  private static final class Open {
    final LookupEngine engine;
    int users;

    Open(LookupEngine engine) {
      this.engine = engine;
    }
  }
}
