"""Given names that many people in Denmark have, without those that are also common words."""

from __future__ import annotations

GIVEN_NAMES = frozenset(
    {
        "Anders", "Andreas", "Ane", "Anette", "Anita", "Anja", "Ann", "Anna", "Anne", "Annette",
        "Annie", "Arne", "Bent", "Bente", "Birgit", "Birgitte", "Birthe", "Bjarne", "Brian", "Britt",
        "Camilla", "Carl", "Carsten", "Casper", "Cecilie", "Charlotte", "Christian", "Christina",
        "Christine", "Claus", "Connie", "Dennis", "Dorte", "Dorthe", "Edith", "Elin", "Elisabeth",
        "Ella", "Ellen", "Else", "Emil", "Emilie", "Emma", "Erik", "Esther", "Eva", "Flemming", "Frank",
        "Frederik", "Freja", "Gert", "Gitte", "Grethe", "Hanna", "Hanne", "Hans", "Heidi", "Helena",
        "Helene", "Helle", "Henning", "Henrik", "Ida", "Inge", "Inger", "Ingrid", "Irene", "Jacob",
        "Jakob", "Jan", "Jane", "Janne", "Jens", "Jeppe", "Jesper", "Jette", "Johan", "Johanne", "John",
        "Johnny", "Jonas", "Jonna", "Josefine", "Julie", "Jytte", "Jørgen", "Jørn", "Kaj", "Karen",
        "Karin", "Karina", "Karl", "Karsten", "Kasper", "Katrine", "Kenneth", "Kim", "Kirsten",
        "Kirstine", "Kjeld", "Klaus", "Knud", "Kristian", "Kristina", "Kurt", "Lars", "Laura", "Leif",
        "Lena", "Lene", "Leo", "Lis", "Lisa", "Lisbeth", "Lise", "Lone", "Lotte", "Louise", "Lukas",
        "Lærke", "Mads", "Magnus", "Maja", "Malene", "Maria", "Marianne", "Marie", "Martin", "Mathias",
        "Mathilde", "Merete", "Mette", "Mia", "Michael", "Mikkel", "Mogens", "Mona", "Morten", "Nanna",
        "Nicklas", "Nicolai", "Niels", "Nikolaj", "Nina", "Ole", "Oliver", "Oscar", "Ove", "Palle",
        "Pernille", "Peter", "Pia", "Poul", "Preben", "Rasmus", "Rikke", "Rita", "Robert", "Ruth",
        "Sanne", "Sara", "Sebastian", "Signe", "Simon", "Simone", "Sofie", "Solveig", "Stig", "Stine",
        "Susan", "Susanne", "Svend", "Søren", "Thomas", "Tina", "Tine", "Tobias", "Tommy", "Torben",
        "Tove", "Trine", "Uffe", "Ulla", "Ulrik", "Vibeke", "Victor", "Viggo", "Viktor", "Willy",
        "Yvonne",
    }
)  # fmt: skip
"""By one of these a text about who is responsible is known to name somebody who is not on the roster."""
