"""The start page of a full audit, and the firms to practise on."""

from __future__ import annotations

from support.builders import Given, assess, pack, practice

from cxaudit.domain.assessment import Answer
from cxaudit.domain.questionnaire import Pack, Vignette, VignetteRating
from cxaudit.presentation.start import StartView, start_view
from cxaudit.presentation.vignettes import practise_title, rated, verdict, vignette_view

PACK = pack([practice(f"mission.p{k}", f"M{k}", quick=k < 3) for k in range(1, 6)])


def firm(name: str, *levels: int) -> Vignette:
    ratings = tuple(VignetteRating(practice=f"mission.p{k}", level=v, why=f"Why {k}.") for k, v in enumerate(levels, 1))
    return Vignette(id=name, title=name.title(), text=f"About {name}.", ratings=ratings)


def view(answers: dict[str, Given] | None = None, asked: Pack = PACK, prediction: int | None = None) -> StartView:
    return start_view(asked, assess(asked, answers or {}).model_copy(update={"prediction": prediction}))


def test_it_says_how_many_questions_and_how_long() -> None:
    shown = view()
    assert shown.about.startswith("5 questions in one part, about 3 minutes alone.")
    assert (shown.begin, shown.rules) == ("Begin", ("Choose.",))


def test_a_guess_comes_before_the_first_answer() -> None:
    assert view().guesses == ("No guess", "1 1", "2 2", "3 3", "4 4", "5 5")
    assert (view().guess, view(prediction=4).guess) == (0, 4)
    assert view({"M1": 3}).guesses == ()
    assert view({"M1": Answer(level=3, carried=True)}).guesses == ()


def test_what_the_five_minute_audit_answered_is_told() -> None:
    shown = view({"M1": Answer(level=3, quick=True), "M2": Answer(level=2, quick=True)})
    assert shown.about.startswith("2 questions are answered from the five-minute audit. 3 are left, about 2 minutes.")
    assert shown.begin == "Go on"
    assert view({"M1": 3}).about.startswith("1 question is answered. 4 are left")
    assert "left" not in view({f"M{k}": 3 for k in range(1, 6)}).about


def test_firms_are_offered_where_the_pack_has_some() -> None:
    assert view().practise == ""
    assert view(asked=PACK.model_copy(update={"vignettes": (firm("one", 2),)})).practise.startswith(
        "Read about one invented"
    )
    two = PACK.model_copy(update={"vignettes": (firm("one", 2), firm("two", 3))})
    assert view(asked=two).practise.startswith("Read about two invented")


TWO = PACK.model_copy(update={"vignettes": (firm("one", 2, 4), firm("two", 3))})


def test_the_title_counts_the_firms() -> None:
    one = PACK.model_copy(update={"vignettes": (firm("one", 2),)})
    assert (practise_title(one), practise_title(TWO)) == (
        "Practise on one invented firm",
        "Practise on two invented firms",
    )


def test_firms_are_rated_one_practice_at_a_time() -> None:
    assert [(v.id, r.practice) for v, r in rated(TWO)] == [
        ("one", "mission.p1"),
        ("one", "mission.p2"),
        ("two", "mission.p1"),
    ]
    second = vignette_view(TWO, 1)
    assert (second.firm, second.text, second.place) == ("One", "About one.", "Firm 1 of 2, question 2 of 2")
    assert (second.question, second.level, second.last) == ("What about M2?", 4, False)
    assert second.anchors == ("one", "two", "three", "four", "five")
    assert vignette_view(TWO, 2).last


def test_the_authors_level_is_told_with_their_reason() -> None:
    other, same = verdict(TWO, 0, 3), verdict(TWO, 0, 2)
    assert (other.said, other.why, other.same) == ("You chose 3, the authors 2.", "Why 1.", False)
    assert (same.said, same.why, same.same) == ("The authors choose 2 too.", "Why 1.", True)
