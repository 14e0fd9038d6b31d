"""Generated from the migrations by `pytest tests/storage --update-golden`; not edited by hand."""

OBJECTS: dict[str, str | None] = {
    "table launch on launch": """
CREATE TABLE launch (
    id TEXT NOT NULL,
    name TEXT NOT NULL,
    launch_date TEXT NOT NULL,
    product TEXT NOT NULL,
    product_line TEXT NOT NULL,
    company TEXT NOT NULL,
    launch_type TEXT NOT NULL,
    tier INTEGER NOT NULL,
    status TEXT NOT NULL,
    phase TEXT NOT NULL,
    launch_time TEXT NOT NULL,
    timezone TEXT NOT NULL,
    lead TEXT,
    sponsor TEXT,
    summary TEXT NOT NULL,
    why_now TEXT NOT NULL,
    one_sentence TEXT NOT NULL,
    template TEXT NOT NULL,
    template_version INTEGER,
    start TEXT,
    as_of TEXT,
    thresholds TEXT NOT NULL,
    weights TEXT NOT NULL,
    answers TEXT NOT NULL,
    review_cadence TEXT NOT NULL,
    budget TEXT,
    embargo TEXT,
    critical_slack INTEGER NOT NULL,
    seed INTEGER NOT NULL,
    PRIMARY KEY (id)
)
 STRICT
""",
    "index sqlite_autoindex_launch_1 on launch": None,
    "table calendar on calendar": """
CREATE TABLE calendar (
    id TEXT NOT NULL,
    workdays TEXT NOT NULL,
    holiday_region TEXT NOT NULL,
    extra_workdays TEXT NOT NULL,
    PRIMARY KEY (id)
)
 STRICT
""",
    "index sqlite_autoindex_calendar_1 on calendar": None,
    "table holidays on holidays": """
CREATE TABLE holidays (
    id TEXT NOT NULL,
    day TEXT NOT NULL,
    name TEXT NOT NULL,
    region TEXT NOT NULL,
    PRIMARY KEY (id)
)
 STRICT
""",
    "index sqlite_autoindex_holidays_1 on holidays": None,
    "table people on people": """
CREATE TABLE people (
    id TEXT NOT NULL,
    "key" TEXT NOT NULL,
    name TEXT NOT NULL,
    role TEXT NOT NULL,
    email TEXT NOT NULL,
    status TEXT NOT NULL,
    deputy TEXT,
    days_off TEXT NOT NULL,
    capacity REAL NOT NULL,
    "order" TEXT NOT NULL,
    PRIMARY KEY (id)
)
 STRICT
""",
    "index sqlite_autoindex_people_1 on people": None,
    "table tracks on tracks": """
CREATE TABLE tracks (
    id TEXT NOT NULL,
    "key" TEXT NOT NULL,
    name TEXT NOT NULL,
    lead TEXT,
    deputy TEXT,
    weight REAL NOT NULL,
    core INTEGER NOT NULL,
    strict_signoff INTEGER NOT NULL,
    "order" TEXT NOT NULL,
    PRIMARY KEY (id)
)
 STRICT
""",
    "index sqlite_autoindex_tracks_1 on tracks": None,
    "table gates on gates": """
CREATE TABLE gates (
    id TEXT NOT NULL,
    "key" TEXT NOT NULL,
    name TEXT NOT NULL,
    "when" TEXT NOT NULL,
    decider TEXT,
    question TEXT NOT NULL,
    required_signoffs TEXT NOT NULL,
    status TEXT NOT NULL,
    decision TEXT,
    "order" TEXT NOT NULL,
    PRIMARY KEY (id)
)
 STRICT
""",
    "index sqlite_autoindex_gates_1 on gates": None,
    "table tasks on tasks": """
CREATE TABLE tasks (
    id TEXT NOT NULL,
    "key" TEXT NOT NULL,
    title TEXT NOT NULL,
    track TEXT NOT NULL,
    owner TEXT,
    approver TEXT,
    criticality TEXT NOT NULL,
    weight REAL,
    gate TEXT,
    duration INTEGER NOT NULL,
    anchor TEXT,
    deadline TEXT,
    optimistic INTEGER,
    pessimistic INTEGER,
    status TEXT NOT NULL,
    progress INTEGER,
    updated TEXT,
    actual_start TEXT,
    actual_finish TEXT,
    expected_finish TEXT,
    baseline_start TEXT,
    baseline_finish TEXT,
    review_since TEXT,
    blocked_since TEXT,
    blocked_reason TEXT NOT NULL,
    unblocked_by TEXT,
    unblock_by TEXT,
    evidence TEXT NOT NULL,
    evidence_kind TEXT,
    approved_by TEXT,
    approved_on TEXT,
    na_reason TEXT NOT NULL,
    na_approved_by TEXT,
    waived_by TEXT,
    deliverable TEXT NOT NULL,
    acceptance TEXT NOT NULL,
    help TEXT NOT NULL,
    applies_if TEXT NOT NULL,
    note TEXT NOT NULL,
    private_note TEXT NOT NULL,
    "order" TEXT NOT NULL,
    PRIMARY KEY (id)
)
 STRICT
""",
    "index sqlite_autoindex_tasks_1 on tasks": None,
    "table dependencies on dependencies": """
CREATE TABLE dependencies (
    id TEXT NOT NULL,
    predecessor TEXT NOT NULL,
    successor TEXT NOT NULL,
    type TEXT NOT NULL,
    lag INTEGER NOT NULL,
    elapsed INTEGER NOT NULL,
    PRIMARY KEY (id)
)
 STRICT
""",
    "index sqlite_autoindex_dependencies_1 on dependencies": None,
    "table criteria on criteria": """
CREATE TABLE criteria (
    id TEXT NOT NULL,
    "key" TEXT NOT NULL,
    gate TEXT NOT NULL,
    text TEXT NOT NULL,
    proven_by TEXT NOT NULL,
    status TEXT NOT NULL,
    "order" TEXT NOT NULL,
    PRIMARY KEY (id)
)
 STRICT
""",
    "index sqlite_autoindex_criteria_1 on criteria": None,
    "table goals on goals": """
CREATE TABLE goals (
    id TEXT NOT NULL,
    "key" TEXT NOT NULL,
    name TEXT NOT NULL,
    metric TEXT NOT NULL,
    unit TEXT NOT NULL,
    direction TEXT NOT NULL,
    type TEXT NOT NULL,
    status TEXT NOT NULL,
    owner TEXT,
    baseline REAL,
    target REAL,
    due TEXT,
    "of" REAL,
    source TEXT NOT NULL,
    checkpoints TEXT NOT NULL,
    hint TEXT NOT NULL,
    "order" TEXT NOT NULL,
    PRIMARY KEY (id)
)
 STRICT
""",
    "index sqlite_autoindex_goals_1 on goals": None,
    "table measurements on measurements": """
CREATE TABLE measurements (
    id TEXT NOT NULL,
    goal TEXT NOT NULL,
    day TEXT NOT NULL,
    value REAL NOT NULL,
    note TEXT NOT NULL,
    PRIMARY KEY (id)
)
 STRICT
""",
    "index sqlite_autoindex_measurements_1 on measurements": None,
    "table risks on risks": """
CREATE TABLE risks (
    id TEXT NOT NULL,
    "key" TEXT NOT NULL,
    title TEXT NOT NULL,
    track TEXT,
    probability INTEGER NOT NULL,
    impact INTEGER NOT NULL,
    first_score INTEGER,
    residual INTEGER,
    owner TEXT,
    response TEXT,
    "plan" TEXT NOT NULL,
    "trigger" TEXT NOT NULL,
    opened TEXT,
    review TEXT,
    closed TEXT,
    status TEXT NOT NULL,
    closing_note TEXT NOT NULL,
    linked TEXT NOT NULL,
    "order" TEXT NOT NULL,
    PRIMARY KEY (id)
)
 STRICT
""",
    "index sqlite_autoindex_risks_1 on risks": None,
    "table issues on issues": """
CREATE TABLE issues (
    id TEXT NOT NULL,
    "key" TEXT NOT NULL,
    title TEXT NOT NULL,
    track TEXT,
    severity INTEGER NOT NULL,
    owner TEXT,
    opened TEXT,
    closed TEXT,
    status TEXT NOT NULL,
    action TEXT NOT NULL,
    due TEXT,
    risk TEXT,
    "order" TEXT NOT NULL,
    PRIMARY KEY (id)
)
 STRICT
""",
    "index sqlite_autoindex_issues_1 on issues": None,
    "table decisions on decisions": """
CREATE TABLE decisions (
    id TEXT NOT NULL,
    "key" TEXT NOT NULL,
    title TEXT NOT NULL,
    day TEXT,
    decided_by TEXT,
    context TEXT NOT NULL,
    options TEXT NOT NULL,
    choice TEXT NOT NULL,
    rationale TEXT NOT NULL,
    reversible INTEGER NOT NULL,
    gate TEXT,
    supersedes TEXT,
    status TEXT NOT NULL,
    "order" TEXT NOT NULL,
    PRIMARY KEY (id)
)
 STRICT
""",
    "index sqlite_autoindex_decisions_1 on decisions": None,
    "table reviews on reviews": """
CREATE TABLE reviews (
    id TEXT NOT NULL,
    "key" TEXT NOT NULL,
    title TEXT NOT NULL,
    gate TEXT,
    kind TEXT NOT NULL,
    mode TEXT NOT NULL,
    status TEXT NOT NULL,
    planned TEXT,
    started TEXT NOT NULL,
    ended TEXT NOT NULL,
    facilitator TEXT,
    scribe TEXT,
    decider TEXT,
    attendees TEXT NOT NULL,
    quorum_met INTEGER,
    quorum_note TEXT NOT NULL,
    snapshot TEXT,
    criteria TEXT NOT NULL,
    signoffs TEXT NOT NULL,
    verdict TEXT NOT NULL,
    recommended TEXT NOT NULL,
    rationale TEXT NOT NULL,
    dissent TEXT NOT NULL,
    parking_lot TEXT NOT NULL,
    signed_by TEXT,
    signed_at TEXT NOT NULL,
    next_review TEXT,
    edit INTEGER,
    "plan" TEXT NOT NULL,
    agenda TEXT NOT NULL,
    part TEXT NOT NULL,
    part_since TEXT NOT NULL,
    hide_answers INTEGER NOT NULL,
    private_note TEXT NOT NULL,
    risk_notes TEXT NOT NULL,
    hold_until TEXT,
    back_to TEXT,
    closing TEXT,
    room_changes TEXT NOT NULL,
    agreed TEXT NOT NULL,
    names TEXT NOT NULL,
    decision TEXT,
    point TEXT,
    seal TEXT,
    "order" TEXT NOT NULL,
    PRIMARY KEY (id)
)
 STRICT
""",
    "index sqlite_autoindex_reviews_1 on reviews": None,
    "table signoffs on signoffs": """
CREATE TABLE signoffs (
    id TEXT NOT NULL,
    gate TEXT NOT NULL,
    track TEXT NOT NULL,
    person TEXT,
    answer TEXT NOT NULL,
    comment TEXT NOT NULL,
    at TEXT NOT NULL,
    PRIMARY KEY (id)
)
 STRICT
""",
    "index sqlite_autoindex_signoffs_1 on signoffs": None,
    "table conditions on conditions": """
CREATE TABLE conditions (
    id TEXT NOT NULL,
    "key" TEXT NOT NULL,
    text TEXT NOT NULL,
    review TEXT,
    owner TEXT,
    due TEXT,
    fallback TEXT NOT NULL,
    status TEXT NOT NULL,
    closed_on TEXT,
    "order" TEXT NOT NULL,
    PRIMARY KEY (id)
)
 STRICT
""",
    "index sqlite_autoindex_conditions_1 on conditions": None,
    "table actions on actions": """
CREATE TABLE actions (
    id TEXT NOT NULL,
    "key" TEXT NOT NULL,
    text TEXT NOT NULL,
    review TEXT,
    owner TEXT,
    due TEXT,
    status TEXT NOT NULL,
    done_on TEXT,
    task TEXT,
    "order" TEXT NOT NULL,
    PRIMARY KEY (id)
)
 STRICT
""",
    "index sqlite_autoindex_actions_1 on actions": None,
    "table baselines on baselines": """
CREATE TABLE baselines (
    id TEXT NOT NULL,
    name TEXT NOT NULL,
    taken_on TEXT NOT NULL,
    launch_date TEXT NOT NULL,
    dates TEXT NOT NULL,
    active INTEGER NOT NULL,
    PRIMARY KEY (id)
)
 STRICT
""",
    "index sqlite_autoindex_baselines_1 on baselines": None,
    "table readiness_points on readiness_points": """
CREATE TABLE readiness_points (
    id TEXT NOT NULL,
    day TEXT NOT NULL,
    readiness REAL,
    work REAL,
    expected REAL,
    source TEXT NOT NULL,
    PRIMARY KEY (id)
)
 STRICT
""",
    "index sqlite_autoindex_readiness_points_1 on readiness_points": None,
    "table audiences on audiences": """
CREATE TABLE audiences (
    id TEXT NOT NULL,
    "key" TEXT NOT NULL,
    name TEXT NOT NULL,
    size INTEGER,
    message TEXT NOT NULL,
    channel TEXT NOT NULL,
    "order" TEXT NOT NULL,
    PRIMARY KEY (id)
)
 STRICT
""",
    "index sqlite_autoindex_audiences_1 on audiences": None,
    "table regions on regions": """
CREATE TABLE regions (
    id TEXT NOT NULL,
    "key" TEXT NOT NULL,
    name TEXT NOT NULL,
    wave INTEGER NOT NULL,
    launch_date TEXT,
    "order" TEXT NOT NULL,
    PRIMARY KEY (id)
)
 STRICT
""",
    "index sqlite_autoindex_regions_1 on regions": None,
    "table blackouts on blackouts": """
CREATE TABLE blackouts (
    id TEXT NOT NULL,
    "key" TEXT NOT NULL,
    name TEXT NOT NULL,
    first TEXT NOT NULL,
    last TEXT NOT NULL,
    kind TEXT NOT NULL,
    scope TEXT NOT NULL,
    regions TEXT NOT NULL,
    reason TEXT NOT NULL,
    decision TEXT,
    "order" TEXT NOT NULL,
    PRIMARY KEY (id)
)
 STRICT
""",
    "index sqlite_autoindex_blackouts_1 on blackouts": None,
    "table rival_events on rival_events": """
CREATE TABLE rival_events (
    id TEXT NOT NULL,
    "key" TEXT NOT NULL,
    rival TEXT NOT NULL,
    event TEXT NOT NULL,
    first TEXT NOT NULL,
    last TEXT NOT NULL,
    confidence TEXT NOT NULL,
    source TEXT NOT NULL,
    impact TEXT NOT NULL,
    response TEXT NOT NULL,
    owner TEXT,
    decision TEXT,
    "order" TEXT NOT NULL,
    PRIMARY KEY (id)
)
 STRICT
""",
    "index sqlite_autoindex_rival_events_1 on rival_events": None,
    "table assets on assets": """
CREATE TABLE assets (
    id TEXT NOT NULL,
    "key" TEXT NOT NULL,
    name TEXT NOT NULL,
    type TEXT NOT NULL,
    audience TEXT NOT NULL,
    owner TEXT,
    status TEXT NOT NULL,
    version TEXT NOT NULL,
    task TEXT,
    updated TEXT,
    expires TEXT,
    languages TEXT NOT NULL,
    embargo INTEGER NOT NULL,
    link TEXT NOT NULL,
    "order" TEXT NOT NULL,
    PRIMARY KEY (id)
)
 STRICT
""",
    "index sqlite_autoindex_assets_1 on assets": None,
    "table region_feedback on region_feedback": """
CREATE TABLE region_feedback (
    id TEXT NOT NULL,
    region TEXT NOT NULL,
    "by" TEXT,
    returned TEXT,
    ready_to_sell TEXT,
    confidence INTEGER,
    missing TEXT NOT NULL,
    accounts INTEGER,
    pipeline REAL,
    question TEXT NOT NULL,
    merged INTEGER NOT NULL,
    conflicts INTEGER NOT NULL,
    conflict_note TEXT NOT NULL,
    "order" TEXT NOT NULL,
    PRIMARY KEY (id)
)
 STRICT
""",
    "index sqlite_autoindex_region_feedback_1 on region_feedback": None,
    "table accounts on accounts": """
CREATE TABLE accounts (
    id TEXT NOT NULL,
    name TEXT NOT NULL,
    region TEXT NOT NULL,
    stage TEXT NOT NULL,
    value REAL,
    next_step TEXT NOT NULL,
    updated TEXT,
    "order" TEXT NOT NULL,
    PRIMARY KEY (id)
)
 STRICT
""",
    "index sqlite_autoindex_accounts_1 on accounts": None,
    "table certifications on certifications": """
CREATE TABLE certifications (
    id TEXT NOT NULL,
    name TEXT NOT NULL,
    person TEXT,
    done_on TEXT,
    result TEXT,
    "order" TEXT NOT NULL,
    PRIMARY KEY (id)
)
 STRICT
""",
    "index sqlite_autoindex_certifications_1 on certifications": None,
    "table requests on requests": """
CREATE TABLE requests (
    id TEXT NOT NULL,
    text TEXT NOT NULL,
    kind TEXT NOT NULL,
    region TEXT NOT NULL,
    heard TEXT,
    answer TEXT NOT NULL,
    "order" TEXT NOT NULL,
    PRIMARY KEY (id)
)
 STRICT
""",
    "index sqlite_autoindex_requests_1 on requests": None,
    "table comments on comments": """
CREATE TABLE comments (
    id TEXT NOT NULL,
    day TEXT NOT NULL,
    who TEXT,
    text TEXT NOT NULL,
    task TEXT,
    PRIMARY KEY (id)
)
 STRICT
""",
    "index sqlite_autoindex_comments_1 on comments": None,
    "table addenda on addenda": """
CREATE TABLE addenda (
    id TEXT NOT NULL,
    review TEXT NOT NULL,
    day TEXT NOT NULL,
    "by" TEXT,
    text TEXT NOT NULL,
    seal TEXT,
    PRIMARY KEY (id)
)
 STRICT
""",
    "index sqlite_autoindex_addenda_1 on addenda": None,
    "table retrospective on retrospective": """
CREATE TABLE retrospective (
    id TEXT NOT NULL,
    day TEXT NOT NULL,
    kind TEXT NOT NULL,
    text TEXT NOT NULL,
    who TEXT,
    task TEXT,
    "order" TEXT NOT NULL,
    PRIMARY KEY (id)
)
 STRICT
""",
    "index sqlite_autoindex_retrospective_1 on retrospective": None,
    "table portfolio on portfolio": """
CREATE TABLE portfolio (
    id TEXT NOT NULL,
    "key" TEXT NOT NULL,
    name TEXT NOT NULL,
    product_line TEXT NOT NULL,
    tier INTEGER NOT NULL,
    launch_type TEXT NOT NULL,
    launch_date TEXT NOT NULL,
    status TEXT NOT NULL,
    readiness REAL,
    lead TEXT,
    shares TEXT NOT NULL,
    lessons TEXT NOT NULL,
    "order" TEXT NOT NULL,
    PRIMARY KEY (id)
)
 STRICT
""",
    "index sqlite_autoindex_portfolio_1 on portfolio": None,
    "table journal on journal": """
CREATE TABLE journal (
    number INTEGER NOT NULL,
    moment TEXT NOT NULL,
    who TEXT NOT NULL,
    source TEXT NOT NULL,
    label TEXT NOT NULL,
    undoes INTEGER,
    permanent INTEGER NOT NULL,
    changes TEXT NOT NULL,
    PRIMARY KEY (number)
)
 STRICT
""",
    "table facts on facts": """
CREATE TABLE facts (
    "plan" TEXT NOT NULL,
    journal TEXT NOT NULL,
    created TEXT NOT NULL,
    app_version TEXT NOT NULL,
    rev INTEGER NOT NULL,
    stamp TEXT NOT NULL,
    PRIMARY KEY ("plan")
)
 STRICT
""",
    "index sqlite_autoindex_facts_1 on facts": None,
}
