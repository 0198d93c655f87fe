"Pickles of schedules name one module, and those written when there was one module still load"
import base64, pickle, subprocess, sys, zlib

import pytest

from mylearner.callback import schedule
from mylearner.callback.schedule import *
from mylearner.learner import Learner
from mylearner.test_utils import line_learner

# Written when schedules were one module: curves, callbacks with the functions of each way to fit, the rules
old = '''c-oCtS(Fn+6wS<l0}U!5?)%<=MnP0iBqJz6GDNIFjZ191J3Uhko$lOT1_HK#l4M5QcW}cER~8j_TyYl^SKK}R={bIQ{PIs<S27tq%n4H;NmX~fTlc+p->Y8U
93m!Xnqsk7Cz|wp(K1xmHr%+bT9&5j3*(;7ja*<Ek}}iDYo=}FBs7m(ftC<M<jh`VD0X-ln#EpnV}y=qCZV<AE-_Io)0QwS8LN$C;;-tYg5eAjZ`C^kTlXEu
@}z?5`lf107%>Rkf@2jWj4WYqhJ9o{a$JagGeZfu;4Cs+j7l|oX&<At`hj%{6^von&&UjkHtW8Jv03adClfpR82(<J7y?c)Y>LSNSsYm3p^9iJ5nT@lWpS{~
NAO`K9Kvv@%m?tbjKe}4PIQjYc6qs@kIs=~PL3SKa5OoxJK-{p32`j1xpbViJJkw~Hv%owLQ~!GZ~~7KdtwM#=9JBGG9OH)$Wp?1-461FVw_g45zhw}WyE#W
qNKQn?%1C12D&d{LUo&D=c;dUQYu!$$vT<k4Be9qJDNy{3q@);MTE>!ebb(ZQ_GmhFsXvm7$(c9rc`qYr`G^;ez8DyXJncqB~QVby*(97VVEkXS_IZKoRv<e
=ln}U{G?(&&enQ)JTs;*Ua_rf6Sc{v1g3F1?;M8dJ`x(Azy;GbPRF0iFr#+-Og=S&7~K!CsRj{i!+8<H`3$psB((}=GhD!1`S?DpIT2Qhp}mGRw-Hu4!n%-Q
o{x*_Y*>WQ!7#suaB&r3RBZQwOCo?v88SXDBQlpWTw!oh@Rb88n3Ha^{kr8O)~h11jxRxBxLPJBCi59(s3A0xmOh|7b5#R_p))dQ=kv?x3c<<198il3>RQx1
EX=}c+)d`GuA1+tty~Ft(ykrCA?=1J2q9Q5z+1d(LHbV4ft&7ISUGsTfyN^<KSV%gym13jELW-aItkq+EMizJ^X@$vIkutbMV+Q7mav3jsmzPib*_<xuQ{_D
VX|#%H3*sE)kjLFX{#2lO}72Bp#KGR9mVshePCHVegTDZxmLo85Z8&;ly~wTu1_ZZ+!l@P$;2P4qp_y`q=J=oYbugb)EvqhchkHck4lIh5f4s&_A=Zs2tPZi
N+ql+;YNm=WWI`Ayjd2Ea?T<fw=}dCX>5;L{;j;<X}+wkj>yg1$j#eB+(FYj|IhcX5O>%4-otS3Ao#k52qoombqQ-2?vwdy;(UKp6b}qk6j7WWBnl6OSWDA~
>l7NE)6Qm@b}rKABSiGk5RVCcKF%?y=4vc1NLZJgzGUa$Yqo5hosueeg5gQ8dUj@5bp1wdkT&sDeVgc-bOA+ApH4|)Nqtf=eLRzzRI_plN+iB#dqhR(f!l3h
eXTqe8b$#ddioXx9~;wqaCE-o>U@`S+(hm^7vgzYfOMJNhK&~}DSoss?i748AMYzDVbS3mg?1)ka|tgpyd?9@l#Z8$@I88^c;*rVuT(FyS2dxm=s8{!2N(rM
=XgESDoVgM=@@LuNVMu!Et4YQcplymTg8!hGhMxoJ++%wZ>0sGLcH)cxoU{wr0C-v>e=i1FW1D%CBG#%j9ps6y9`@Jm$4nZH>hOVj)eEARX0`e0mFxU{T`Gv
Gs=mCkFxl<PC(7#lVn@1+p1-Jx&qsTS1#Fj*q+5_joT)L!!qdR{k$<@iWwcfqv58!X`A^VFX4;ESU#yq!k3LZK+x4i6=^#5T*K!MeI<TX{nVmPn8Vk)qG*9h
Ulq2ZNL_}n`aWswn_VDl|5AJHAKwZski-PS&N9AZ_+F&d34Hv}xI4^n0z2ySKaz@n3h{HblWD{dza*E{av|d0X}a|ASJF%n{|}&Hy}S'''

@pytest.fixture
def stored(): return pickle.loads(zlib.decompress(base64.b85decode(old.replace('\n', ''))))

def test_old_pickles_load(stored): # T-42
    f = combine_scheds([0.25,0.75], [SchedLin(0., 1.), SchedPoly(1., 0., power=2)])
    assert [stored['f'](i/10) for i in range(11)] == [f(i/10) for i in range(11)]
    assert repr(stored['cos']) == repr(combined_cos(0.25, [0.5,1.], [1.,2.], [0.,0.]))
    assert [o(0.5) for o in (stored['exp'], stored['no'])] == pytest.approx([0.1, 1])
    assert stored['curve'] == LRCurve([1.], [2.]) and type(stored['curve']) is LRCurve
    assert stored['rules'] == [valley, slide, minimum, steep, SuggestionMethod]
    assert stored['find'] is Learner.lr_find and not stored['out'](1.)

def test_old_callbacks_work(stored): # T-42
    learn = line_learner(n=200)
    fits = [(4, lambda: learn.fit_one_cycle(4, moms=(0.9,0.8,0.9))), (4, lambda: learn.fit_flat_cos(4, curve='linear')),
        (3, lambda: learn.fit_sgdr(2, 1, cycle_mult=3))]
    for cb,(n,fit) in zip(stored['cbs'][1:4], fits):
        if n == 3: n = 4
        fit()
        lrs = list(learn.recorder.lrs)
        learn.fit(n, cbs=cb)
        assert list(learn.recorder.lrs) == pytest.approx(lrs)
    param,finder,torch_sched = stored['cbs'][0],*stored['cbs'][4:]
    learn.fit(5, cbs=torch_sched)
    assert list(learn.recorder.lrs)[::10] == pytest.approx([0.1, 0.1, 0.01, 0.01, 0.001])
    learn.fit(9, cbs=finder)
    assert finder.curve.lrs[0] == 1e-7
    learn.fit(1, cbs=param)
    assert max(learn.recorder.lrs) > 0.9

def test_new_pickles_name_the_gathering_module(stored):
    again = pickle.dumps(stored, protocol=2)
    assert b'mylearner.callback.schedule' in again and b'callback.sched_' not in again

@pytest.mark.parametrize('page', ['sched_curves', 'sched_fit', 'sched_torch', 'sched_find'])
def test_a_page_alone(page):
    "A module of one page imports alone, and pickles what it makes"
    code = f'''import pickle, sys
from mylearner.callback.{page} import *
assert 'mylearner.callback.schedule' not in sys.modules
f = globals().get('SchedCos', globals().get('valley', globals().get('ParamScheduler', globals().get('TorchScheduler'))))
assert pickle.loads(pickle.dumps(f)) is f'''
    subprocess.run([sys.executable, '-c', code], check=True)

def test_names():
    "Every public name of the module, no more, by its own name"
    assert {getattr(schedule, k).__module__ for k in schedule.__all__} == {'mylearner.callback.schedule'}
    assert not [k for k in schedule.__all__ if k.startswith('_')]
